using CareCommissioning.Domain.Partnerships;

namespace CareCommissioning.Domain.Providers;

/// <summary>What the regulator found at its last inspection of a location.</summary>
public enum RegulatorRating
{
    Outstanding,
    Good,
    RequiresImprovement,
    Inadequate,
    InsufficientEvidence,
}

/// <summary>What was read from words of the directory, and whether they said so or it is only likely.</summary>
public readonly record struct Reading<T>(T Value, bool IsAssumed);

/// <summary>The words of the Care Quality Commission's directory of care, as this product understands them (S1-013, S1-014).</summary>
public static class CareDirectory
{
    /// <summary>The day on which registration under the Health and Social Care Act 2008 began for care providers: no location of the directory is older.</summary>
    public static readonly DateOnly RegistrationBegan = new(2010, 10, 1);

    // The first that fits: where people live says more than what is brought to them.
    private static readonly (string Words, ServiceType Type)[] ByServiceType =
    [
        ("hospital services for people with mental health needs", ServiceType.InpatientWard),
        ("care home service with nursing", ServiceType.NursingHome),
        ("care home service without nursing", ServiceType.CareHome),
        ("residential substance misuse", ServiceType.RehabilitationUnit),
        ("rehabilitation", ServiceType.RehabilitationUnit),
        ("extra care housing", ServiceType.SupportedAccommodation),
        ("shared lives", ServiceType.SupportedAccommodation),
        ("supported living", ServiceType.SupportedLiving),
        ("community based services for people with mental health needs", ServiceType.CommunityTeam),
        ("community based services for people who misuse substances", ServiceType.CommunityTeam),
        ("domiciliary care", ServiceType.HomeCare),
        ("homecare agencies", ServiceType.HomeCare),
    ];

    private static readonly (string Words, ServiceType Type)[] ByCategory =
    [
        ("residential social care", ServiceType.CareHome),
        ("residential substance misuse", ServiceType.RehabilitationUnit),
        ("community substance misuse", ServiceType.CommunityTeam),
        ("mental health - community & hospital", ServiceType.InpatientWard),
        ("mental health - community & residential", ServiceType.InpatientWard),
        ("community based adult social care", ServiceType.HomeCare),
    ];

    /// <summary>The type of a location; null where it gives no care that this product knows, such as a dentist's.</summary>
    /// <param name="serviceTypes">The regulated services it gives, in one cell; null where the file has no such column.</param>
    /// <param name="category">How the regulator inspects it.</param>
    /// <param name="isCareHome">Null where the file does not say.</param>
    public static Reading<ServiceType>? TypeOf(string? serviceTypes, string? category, bool? isCareHome)
    {
        if (First(ByServiceType, serviceTypes) is { } told)
        {
            return new(told, IsAssumed: false);
        }

        if (isCareHome == true)
        {
            // With or without nursing is not said.
            return new(ServiceType.CareHome, IsAssumed: true);
        }

        return First(ByCategory, category) is { } likely ? new(likely, IsAssumed: true) : null;
    }

    /// <summary>Who owns a provider. The directory tells NHS bodies; charities it does not tell from companies.</summary>
    /// <param name="ownership">"NHS Body", "Organisation", "Individual" or "Partnership"; null where the file has no such column.</param>
    /// <param name="locationType">"NHS Healthcare Organisation", "Social Care Org" …; null where the file has no such column.</param>
    /// <param name="isIndividual">Whether it is one person's business.</param>
    public static Reading<Sector> SectorOf(string? ownership, string? locationType, bool isIndividual, string providerName)
    {
        if (Has(ownership, "NHS") || Has(locationType, "NHS"))
        {
            return new(Sector.Nhs, IsAssumed: false);
        }

        if (isIndividual || Has(ownership, "Individual") || Has(ownership, "Partnership"))
        {
            return new(Sector.Private, IsAssumed: false);
        }

        return providerName.EndsWith(" Council", StringComparison.OrdinalIgnoreCase)
            ? new(Sector.Council, IsAssumed: true)
            : new(Sector.Private, IsAssumed: true);
    }

    /// <summary>A rating in either spelling the regulator uses; null where it is none.</summary>
    public static RegulatorRating? RatingOf(string words) => words.ToUpperInvariant() switch
    {
        "OUTSTANDING" => RegulatorRating.Outstanding,
        "GOOD" => RegulatorRating.Good,
        "REQUIRES IMPROVEMENT" => RegulatorRating.RequiresImprovement,
        "INADEQUATE" => RegulatorRating.Inadequate,
        "INSUFFICIENT EVIDENCE TO RATE" => RegulatorRating.InsufficientEvidence,
        _ => null,
    };

    private static ServiceType? First((string Words, ServiceType Type)[] among, string? told)
    {
        var found = Array.FindIndex(among, one => Has(told, one.Words));
        return found < 0 ? null : among[found].Type;
    }

    private static bool Has(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
