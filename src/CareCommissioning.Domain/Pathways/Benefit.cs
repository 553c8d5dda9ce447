using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Measures;

namespace CareCommissioning.Domain.Pathways;

/// <summary>What kind of good (or harm) it is.</summary>
public enum BenefitType
{
    HealthOutcome,
    Experience,
    Access,
    Equality,
    CashReleasing,
    NonCashReleasing,
}

/// <summary>How far a benefit has come.</summary>
public enum BenefitState
{
    Proposed,

    /// <summary>Accepted as something that is watched: it has measure, baseline, target and owner.</summary>
    Approved,
    Achieved,
    Withdrawn,
}

/// <summary>What a pathway, or one of its steps, is to bring; or, as a disbenefit, what it may cost somebody (S0-040). Its measure tells how far it has come.</summary>
public sealed class Benefit
{
    public const int MaxTextLength = 1000;

    public Benefit(Guid id, Pathway pathway, Measure measure) =>
        (Id, PartnershipId, PathwayId, MeasureId) = (id, pathway.PartnershipId, pathway.Id, measure.Id);

    private Benefit()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid PathwayId { get; private set; }

    public Guid MeasureId { get; private set; }

    public string Description { get; private set; } = "";

    public BenefitType Type { get; private set; }

    /// <summary>A harm that is watched: its target says how far it is brought down.</summary>
    public bool IsDisbenefit { get; private set; }

    /// <summary>The step that brings it, the same in every version; null for the pathway as a whole.</summary>
    public Guid? StepId { get; private set; }

    /// <summary>As the step was called when this was written.</summary>
    public string? StepName { get; private set; }

    public BenefitState State { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; private set; }

    public uint Version { get; private set; }

    public void Describe(string description, BenefitType type, bool isDisbenefit, Step? step)
    {
        (Description, Type, IsDisbenefit, StepId, StepName) = (description, type, isDisbenefit, step?.Id, step?.Name);
    }

    /// <summary>Accepts it: only with measure, baseline, target and owner.</summary>
    public Outcome Approve(Measure measure)
    {
        if (State != BenefitState.Proposed)
        {
            return PathwayRefusals.NotProposed;
        }

        if (!measure.IsComplete)
        {
            return PathwayRefusals.MeasureIncomplete;
        }

        State = BenefitState.Approved;
        return Outcome.Done;
    }

    /// <summary>Says that it came about: only when the latest value has reached the target.</summary>
    public Outcome Achieve(Measure measure)
    {
        if (State != BenefitState.Approved)
        {
            return PathwayRefusals.NotApproved;
        }

        if (measure.Latest is not { } latest || !(measure.Realised(latest.Value) >= 1))
        {
            return PathwayRefusals.TargetNotReached;
        }

        State = BenefitState.Achieved;
        return Outcome.Done;
    }

    /// <summary>Gives it up, with the reason; it stays to be read.</summary>
    public Outcome Withdraw(string reason)
    {
        if (State == BenefitState.Withdrawn)
        {
            return PathwayRefusals.WithdrawnAlready;
        }

        (State, Reason) = (BenefitState.Withdrawn, reason);
        return Outcome.Done;
    }
}
