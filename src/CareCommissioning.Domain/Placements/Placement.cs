using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Domain.Placements;

/// <summary>One person living in, or supported by, one service, from <see cref="StartsOn"/> until it ends.</summary>
/// <remarks>
/// referred → matched → approved → started → ended, with reviews in between; given up before it starts: withdrawn (S1-019). It never starts without
/// a service, a fee with its funders, a legal basis, a care co-ordinator and a next review date.
/// </remarks>
public sealed class Placement
{
    public const int MaxNoteLength = 1000;

    /// <summary>How far ahead a start is planned, days.</summary>
    public const int FurthestAhead = 365;

    private readonly List<PlacementTerms> _terms = [];
    private readonly List<PlacementReview> _reviews = [];

    private Placement()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The team that looks after the person.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>Account of the care co-ordinator; null only before it starts or after it ended.</summary>
    public Guid? CareCoordinatorId { get; private set; }

    public Guid? ServiceId { get; private set; }

    /// <summary>Provider of the service.</summary>
    public Guid? ProviderId { get; private set; }

    public PlacementStage Stage { get; private set; }

    public DateOnly ReferredOn { get; private set; }

    /// <summary>First day; planned until it started.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>First day on which the person is no longer there: that night is not charged.</summary>
    public DateOnly? EndedOn { get; private set; }

    public EndReason? EndReason { get; private set; }

    /// <summary>Why it ended or was withdrawn, in words.</summary>
    public string? EndNote { get; private set; }

    public LegalBasis? LegalBasis { get; private set; }

    /// <summary>First day on the care programme approach; null when not on it.</summary>
    public DateOnly? CpaSince { get; private set; }

    /// <summary>Care cluster 0 to 21; null when not assessed.</summary>
    public int? Cluster { get; private set; }

    public DateOnly? ClusterAssessedOn { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Account of the commissioner who agreed to fee and split.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>Why it started before a commissioner approved it; null when it did not.</summary>
    public string? UrgentReason { get; private set; }

    public DateOnly? NextReviewOn { get; private set; }

    public ReviewCause? NextReviewCause { get; private set; }

    public DateOnly? LastReviewedOn { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Fee and funders over time, the earliest first, with no day between them and none twice.</summary>
    public IReadOnlyList<PlacementTerms> Terms => _terms;

    public IReadOnlyList<PlacementReview> Reviews => _reviews;

    /// <summary>Fee and funders agreed last; null while none are.</summary>
    public PlacementTerms? LatestTerms => _terms.MaxBy(t => t.ValidFrom);

    public bool IsBeforeStart => Stage is PlacementStage.Referred or PlacementStage.Matched or PlacementStage.Approved;

    /// <summary>What it lacks before it may start, in the order in which it is asked for.</summary>
    public IReadOnlyList<MissingPart> Missing =>
    [
        .. Lacks(ServiceId is null, MissingPart.Service),
        .. Lacks(_terms.Count == 0, MissingPart.WeeklyFeeAndFunders),
        .. Lacks(LegalBasis is null, MissingPart.LegalBasis),
        .. Lacks(CareCoordinatorId is null, MissingPart.CareCoordinator),
    ];

    private ReviewBasis ReviewBasis => new(StartsOn, LastReviewedOn, CpaSince, LegalBasis == Placements.LegalBasis.Section117, Cluster, ClusterAssessedOn);

    /// <summary>Writes down that a person needs a placement.</summary>
    public static Placement Refer(Guid id, Person person, Guid careCoordinatorId, DateOnly today) => new()
    {
        Id = id,
        PartnershipId = person.PartnershipId,
        PersonId = person.Id,
        TeamId = person.TeamId,
        CareCoordinatorId = careCoordinatorId,
        ReferredOn = today,
        StartsOn = today,
    };

    /// <summary>Names the service and the first day. What a commissioner approved was another service or day: it is approved anew.</summary>
    public Outcome Match(Service service, DateOnly startsOn, DateOnly today)
    {
        if (!IsBeforeStart)
        {
            return PlacementRefusals.AlreadyUnderWay;
        }

        if (!service.Existed.Contains(startsOn))
        {
            return PlacementRefusals.ServiceNotThere(service.Name, startsOn);
        }

        if (startsOn > today.AddDays(FurthestAhead))
        {
            return PlacementRefusals.StartsTooFarAhead;
        }

        if (startsOn < ReferredOn)
        {
            // Written down afterwards: it was referred by then at the latest.
            ReferredOn = startsOn;
        }

        (ServiceId, ProviderId, StartsOn) = (service.Id, service.ProviderId, startsOn);
        _terms.SingleOrDefault()?.MoveTo(startsOn);
        BackToMatched();
        return Outcome.Done;
    }

    /// <summary>Writes down the fee and who pays it, before the placement starts.</summary>
    /// <param name="id">Of the terms, where there are none yet.</param>
    /// <param name="weeklyFee">Pounds a week.</param>
    public Outcome AgreeTerms(Guid id, decimal weeklyFee, FundingShares shares, string? reference)
    {
        if (!IsBeforeStart)
        {
            return PlacementRefusals.AlreadyUnderWay;
        }

        if (Refuse(weeklyFee, shares) is { } refusal)
        {
            return refusal;
        }

        if (_terms.SingleOrDefault() is { } terms)
        {
            terms.Set(weeklyFee, shares, reference);
        }
        else
        {
            _terms.Add(new PlacementTerms(id, this, StartsOn, weeklyFee, shares, reference));
        }

        if (ServiceId is not null)
        {
            BackToMatched();
        }

        return Outcome.Done;
    }

    /// <summary>Changes fee or funders of a running placement from a day; what was paid before stays.</summary>
    public Outcome ChangeTerms(Guid id, DateOnly from, decimal weeklyFee, FundingShares shares, string? reference)
    {
        if (Stage != PlacementStage.Started)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (Refuse(weeklyFee, shares) is { } refusal)
        {
            return refusal;
        }

        var last = LatestTerms!;
        if (from <= last.ValidFrom)
        {
            return PlacementRefusals.TermsBeginTooEarly(last.ValidFrom);
        }

        last.EndOn(from);
        _terms.Add(new PlacementTerms(id, this, from, weeklyFee, shares, reference));
        return Outcome.Done;
    }

    /// <summary>Writes down on what legal basis the person is placed, and how their care is organised. A running placement's next review moves where a rule now asks for an earlier one.</summary>
    /// <param name="cpaSince">First day on the care programme approach; null when not on it.</param>
    /// <param name="cluster">Care cluster with the day it was assessed; null when it was not.</param>
    public Outcome Settle(LegalBasis basis, DateOnly? cpaSince, (int Number, DateOnly AssessedOn)? cluster, IEnumerable<ReviewRule> rules, DateOnly today)
    {
        if (Stage is PlacementStage.Ended or PlacementStage.Withdrawn)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (cpaSince > today)
        {
            return PlacementRefusals.CpaBeginsLater;
        }

        if (cluster is { } given && (!CareClusters.IsCluster(given.Number) || given.AssessedOn > today))
        {
            return CareClusters.IsCluster(given.Number) ? PlacementRefusals.ClusterAssessedLater : PlacementRefusals.NoSuchCluster;
        }

        if (basis == Placements.LegalBasis.Section117 && LatestTerms is { PersonShare: > 0 })
        {
            return PlacementRefusals.Section117IsFree;
        }

        (LegalBasis, CpaSince, Cluster, ClusterAssessedOn) = (basis, cpaSince, cluster?.Number, cluster?.AssessedOn);
        if (Stage == PlacementStage.Started)
        {
            var due = DueNext(rules);
            if (due.On < NextReviewOn)
            {
                (NextReviewOn, NextReviewCause) = (due.On, due.Cause);
            }
        }

        return Outcome.Done;
    }

    /// <summary>Gives the person another care co-ordinator.</summary>
    public Outcome AssignTo(Guid careCoordinatorId)
    {
        if (Stage is PlacementStage.Ended or PlacementStage.Withdrawn)
        {
            return PlacementRefusals.NotUnderWay;
        }

        CareCoordinatorId = careCoordinatorId;
        return Outcome.Done;
    }

    /// <summary>A commissioner agrees to the fee and to who pays it: before the start, or after an urgent one.</summary>
    public Outcome Approve(Guid by, DateTimeOffset at)
    {
        if (ApprovedAt is not null)
        {
            return PlacementRefusals.AlreadyApproved;
        }

        if (Stage is not (PlacementStage.Matched or PlacementStage.Started))
        {
            return PlacementRefusals.NothingToApprove;
        }

        if (Missing.Count > 0)
        {
            return PlacementRefusals.Incomplete;
        }

        (ApprovedBy, ApprovedAt) = (by, at);
        Stage = Stage == PlacementStage.Matched ? PlacementStage.Approved : Stage;
        return Outcome.Done;
    }

    /// <summary>The person moved in, or support began, on <see cref="StartsOn"/>.</summary>
    /// <param name="urgentReason">Why it could not wait for approval; needed where there is none yet.</param>
    public Outcome Start(string? urgentReason, IEnumerable<ReviewRule> rules, DateOnly today)
    {
        if (Stage is not (PlacementStage.Matched or PlacementStage.Approved))
        {
            return Stage == PlacementStage.Referred ? PlacementRefusals.Incomplete : PlacementRefusals.AlreadyUnderWay;
        }

        if (Missing.Count > 0)
        {
            return PlacementRefusals.Incomplete;
        }

        if (StartsOn > today)
        {
            return PlacementRefusals.StartsLater(StartsOn);
        }

        if (Stage == PlacementStage.Matched && string.IsNullOrWhiteSpace(urgentReason))
        {
            return PlacementRefusals.NotApproved;
        }

        UrgentReason = Stage == PlacementStage.Matched ? urgentReason : null;
        Stage = PlacementStage.Started;
        var due = DueNext(rules);
        (NextReviewOn, NextReviewCause) = (due.On, due.Cause);
        return Outcome.Done;
    }

    /// <summary>The day by which the rules want it reviewed next, and why; before the start, as the first day is planned.</summary>
    public ReviewDue DueNext(IEnumerable<ReviewRule> rules) => ReviewRules.NextDue(ReviewBasis, rules);

    /// <summary>The latest day on which a review done on <paramref name="reviewedOn"/> would be followed by the next, and why.</summary>
    public ReviewDue NextAfter(DateOnly reviewedOn, IEnumerable<ReviewRule> rules) => ReviewRules.NextDue(ReviewBasis with { LastReviewedOn = reviewedOn }, rules);

    /// <summary>Writes a review down. The next one is due by the rules, or earlier where the reviewer says so.</summary>
    /// <param name="nextOn">Null for the day the rules give.</param>
    public Outcome Review(Guid id, DateOnly reviewedOn, ReviewDecision decision, string summary, DateOnly? nextOn, Guid by, IEnumerable<ReviewRule> rules, DateOnly today)
    {
        if (Stage != PlacementStage.Started)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (reviewedOn > today || reviewedOn < StartsOn)
        {
            return PlacementRefusals.ReviewedOutside(StartsOn);
        }

        if (reviewedOn <= LastReviewedOn)
        {
            return PlacementRefusals.ReviewedBefore(LastReviewedOn.Value);
        }

        var due = NextAfter(reviewedOn, rules);
        if (nextOn <= reviewedOn)
        {
            return PlacementRefusals.NextReviewTooEarly;
        }

        if (nextOn > due.On)
        {
            return PlacementRefusals.NextReviewTooLate(due.On);
        }

        _reviews.Add(new PlacementReview(id, this, NextReviewOn!.Value, reviewedOn, decision, summary, nextOn ?? due.On, by));
        (LastReviewedOn, NextReviewOn, NextReviewCause) = (reviewedOn, nextOn ?? due.On, due.Cause);
        return Outcome.Done;
    }

    /// <summary>Ends the placement on <paramref name="on"/> (exclusive: that night is not charged).</summary>
    public Outcome End(DateOnly on, EndReason reason, string? note, DateOnly today)
    {
        if (Stage != PlacementStage.Started)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (on <= StartsOn)
        {
            return PlacementRefusals.EndsBeforeItStarts(StartsOn);
        }

        if (on > today)
        {
            return PlacementRefusals.EndsLater;
        }

        if (on < LastReviewedOn)
        {
            return PlacementRefusals.EndsBeforeItsReview(LastReviewedOn.Value);
        }

        (Stage, EndedOn, EndReason, EndNote) = (PlacementStage.Ended, on, reason, note);
        return Outcome.Done;
    }

    /// <summary>Takes an end back that was a mistake.</summary>
    public Outcome TakeBackEnd()
    {
        if (Stage != PlacementStage.Ended)
        {
            return PlacementRefusals.NotEnded;
        }

        if (CareCoordinatorId is null)
        {
            return PlacementRefusals.Incomplete;
        }

        (Stage, EndedOn, EndReason, EndNote) = (PlacementStage.Started, null, null, null);
        return Outcome.Done;
    }

    /// <summary>Gives up a placement that has not started.</summary>
    public Outcome Withdraw(string note)
    {
        if (!IsBeforeStart)
        {
            return PlacementRefusals.AlreadyUnderWay;
        }

        (Stage, EndNote) = (PlacementStage.Withdrawn, note);
        return Outcome.Done;
    }

    private static IEnumerable<MissingPart> Lacks(bool itDoes, MissingPart part) => itDoes ? [part] : [];

    private Refusal? Refuse(decimal weeklyFee, FundingShares shares)
    {
        if (weeklyFee is <= 0 or > Fees.Highest || decimal.Round(weeklyFee, 2) != weeklyFee)
        {
            return PlacementRefusals.FeeOutOfRange;
        }

        return LegalBasis == Placements.LegalBasis.Section117 && shares.Person > 0 ? PlacementRefusals.Section117IsFree : null;
    }

    private void BackToMatched() => (Stage, ApprovedAt, ApprovedBy) = (PlacementStage.Matched, null, null);
}
