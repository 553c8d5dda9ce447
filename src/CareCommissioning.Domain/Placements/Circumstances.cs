namespace CareCommissioning.Domain.Placements;

/// <summary>Where somebody lives, after the accommodation status of the national mental health data set, in groups that a co-ordinator can tell apart.</summary>
public enum Housing
{
    OwnHome,
    WithFamilyOrFriends,
    SupportedHousing,
    CareHome,
    Hospital,
    Prison,
    Temporary,
    NoHome,
    NotKnown,
}

/// <summary>What somebody does by day, after the employment status of the national mental health data set.</summary>
public enum Work
{
    PaidWork,
    Training,
    Volunteering,
    LookingForWork,
    NotLookingForWork,
    Retired,
    NotKnown,
}

/// <summary>What the person says of themselves: five statements, each 0 (not at all) to 4 (very much).</summary>
/// <remarks>
/// Our own wording, one statement for each of the five processes of recovery: connectedness, hope, identity, meaning, empowerment (Leamy et al.,
/// British Journal of Psychiatry 2011;199:445). The first is how social contact is scored.
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">An answer is not 0 to 4.</exception>
public sealed record RecoveryAnswers
{
    public const int Highest = 4;

    public RecoveryAnswers(int company, int hope, int self, int meaning, int control)
    {
        if (new[] { company, hope, self, meaning, control }.Any(answer => answer is < 0 or > Highest))
        {
            throw new ArgumentOutOfRangeException(nameof(company), "An answer is 0 to 4.");
        }

        (Company, Hope, Self, Meaning, Control) = (company, hope, self, meaning, control);
    }

    /// <summary>“I have people I can turn to”.</summary>
    public int Company { get; }

    /// <summary>“I look forward to things”.</summary>
    public int Hope { get; }

    /// <summary>“I am more than my illness”.</summary>
    public int Self { get; }

    /// <summary>“What I do each day means something to me”.</summary>
    public int Meaning { get; }

    /// <summary>“I decide about my own life”.</summary>
    public int Control { get; }

    /// <summary>The five answers together, 0 to 100.</summary>
    public int Score => (Company + Hope + Self + Meaning + Control) * 100 / (5 * Highest);
}

/// <summary>How somebody lives on one day (S2-006 to S2-009).</summary>
/// <param name="Recovery">Null where the person did not want to answer, or was not asked.</param>
public sealed record Circumstances(Housing Housing, Work Work, RecoveryAnswers? Recovery)
{
    /// <summary>Lives where they can stay (S2-007); null where nobody knows. Hospital, prison, care homes and what is temporary do not count, as in the national measure.</summary>
    public bool? IsSettled => Housing == Housing.NotKnown ? null : Housing is Housing.OwnHome or Housing.WithFamilyOrFriends or Housing.SupportedHousing;

    /// <summary>Has paid work (S2-008); null where nobody knows.</summary>
    public bool? IsInPaidWork => Work == Work.NotKnown ? null : Work == Work.PaidWork;
}

/// <summary>How the person of a placement lived on one day: when it started, or at a review. For the team alone; others see sums.</summary>
public sealed class PlacementCircumstances
{
    internal PlacementCircumstances(Guid occasion, Placement placement, DateOnly asOf, Circumstances circumstances)
    {
        (Id, PlacementId, PartnershipId, AsOf) = (occasion, placement.Id, placement.PartnershipId, asOf);
        (Housing, Work) = (circumstances.Housing, circumstances.Work);
        (Company, Hope, Self, Meaning, Control) = circumstances.Recovery is { } r ? (r.Company, r.Hope, r.Self, r.Meaning, r.Control) : default((int?, int?, int?, int?, int?));
    }

    private PlacementCircumstances()
    {
    }

    /// <summary>That of the review, or of the placement for its start: an occasion has one.</summary>
    public Guid Id { get; private set; }

    public Guid PlacementId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public DateOnly AsOf { get; private set; }

    public Housing Housing { get; private set; }

    public Work Work { get; private set; }

    public int? Company { get; private set; }

    public int? Hope { get; private set; }

    public int? Self { get; private set; }

    public int? Meaning { get; private set; }

    public int? Control { get; private set; }

    public Circumstances Circumstances => new(Housing, Work, Company is { } company ? new(company, Hope!.Value, Self!.Value, Meaning!.Value, Control!.Value) : null);
}
