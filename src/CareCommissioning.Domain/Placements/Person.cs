using System.Globalization;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Placements;

/// <summary>Who a person is: known to the team that looks after them and to the provider where they live, and to nobody else.</summary>
public sealed record PersonIdentity(string Name, NhsNumber NhsNumber, DateOnly BornOn);

/// <summary>A service user as commissioners know them: by a reference, an age and the first half of a postcode (rules E18). Who it is stands apart, encrypted.</summary>
public sealed class Person
{
    public const int MaxNameLength = 120;
    public const int MaxPostcodeDistrictLength = 4;

    /// <summary>Oldest age that is believed, years.</summary>
    public const int MaxAge = 120;

    public const string ReferencePrefix = "P-";

    private Person()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    /// <summary>The team that looks after them.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>Given by the database, unique.</summary>
    public int Number { get; private set; }

    public int BirthYear { get; private set; }

    /// <summary>First half of the postcode where they lived before: "L8".</summary>
    public string? PostcodeDistrict { get; private set; }

    public uint Version { get; private set; }

    /// <summary>What commissioners call them: P-000123.</summary>
    public string Reference => ReferenceOf(Number);

    public static string ReferenceOf(int number) => $"{ReferencePrefix}{number:000000}";

    /// <summary>The number in a reference (P-000123) or alone (123); null where there is none.</summary>
    public static int? NumberIn(string words)
    {
        var digits = words.StartsWith(ReferencePrefix, StringComparison.OrdinalIgnoreCase) ? words[ReferencePrefix.Length..] : words;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <param name="today">Nobody is born after it.</param>
    public static Outcome<Person> Add(Guid id, Guid partnershipId, Guid teamId, DateOnly bornOn, string? postcodeDistrict, DateOnly today)
    {
        var person = new Person { Id = id, PartnershipId = partnershipId, TeamId = teamId };
        return person.Correct(bornOn, postcodeDistrict, today).Refusal is { } refusal ? refusal : person;
    }

    /// <summary>What commissioners may know was written down wrongly.</summary>
    /// <param name="today">Nobody is born after it.</param>
    public Outcome Correct(DateOnly bornOn, string? postcodeDistrict, DateOnly today)
    {
        if (bornOn > today)
        {
            return PlacementRefusals.BornLater;
        }

        if (bornOn < today.AddYears(-MaxAge))
        {
            return PlacementRefusals.TooOld;
        }

        (BirthYear, PostcodeDistrict) = (bornOn.Year, postcodeDistrict);
        return Outcome.Done;
    }
}
