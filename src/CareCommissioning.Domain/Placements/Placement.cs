using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Domain.Placements;

/// <summary>One person living in, or supported by, one service, from <see cref="StartsOn"/> until it ends.</summary>
/// <remarks>
/// referred → matched → approved → started → ended, with reviews in between; given up before it starts: withdrawn (S1-019). It never starts without
/// a service, a fee with its funders, a legal basis, a care co-ordinator and a next review date.
/// </remarks>
public sealed partial class Placement
{
    public const int MaxNoteLength = 1000;

    /// <summary>How far ahead a start is planned, days.</summary>
    public const int FurthestAhead = 365;

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

    /// <summary>Why it started before a commissioner approved it; null when it did not.</summary>
    public string? UrgentReason { get; private set; }

    public uint Version { get; private set; }

    public bool IsBeforeStart => Stage is PlacementStage.Referred or PlacementStage.Matched or PlacementStage.Approved;

    /// <summary>What it lacks before it may start, in the order in which it is asked for.</summary>
    public IReadOnlyList<MissingPart> Missing =>
    [
        .. Lacks(ServiceId is null, MissingPart.Service),
        .. Lacks(_terms.Count == 0, MissingPart.WeeklyFeeAndFunders),
        .. Lacks(LegalBasis is null, MissingPart.LegalBasis),
        .. Lacks(CareCoordinatorId is null, MissingPart.CareCoordinator),
    ];

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

    /// <summary>Names the service and the first day. What a commissioner approved was another service or day: they must approve it again.</summary>
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

    private void BackToMatched() => (Stage, ApprovedAt, ApprovedBy) = (PlacementStage.Matched, null, null);
}
