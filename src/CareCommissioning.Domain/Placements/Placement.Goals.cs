using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Placements;

/// <content>What the person wants, and how they live.</content>
public sealed partial class Placement
{
    private readonly List<PlacementGoal> _goals = [];
    private readonly List<PlacementCircumstances> _circumstances = [];

    public IReadOnlyList<PlacementGoal> Goals => _goals;

    /// <summary>At the start and at each review, as far as it was written down.</summary>
    public IReadOnlyList<PlacementCircumstances> Circumstances => _circumstances;

    /// <summary>As the person lived when it was last written down; null while it never was.</summary>
    public Circumstances? Latest => _circumstances.MaxBy(known => (known.AsOf, known.Id != Id))?.Circumstances;

    /// <summary>Writes down how the person lived when it started. Once.</summary>
    public Outcome BeginWith(Circumstances circumstances)
    {
        if (Stage is not (PlacementStage.Started or PlacementStage.Ended))
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (_circumstances.Exists(known => known.Id == Id))
        {
            return PlacementRefusals.StartKnown;
        }

        _circumstances.Add(new PlacementCircumstances(Id, this, StartsOn, circumstances));
        return Outcome.Done;
    }

    /// <summary>Writes down a goal of the person.</summary>
    public Outcome AddGoal(Guid id, string text, DateOnly today)
    {
        if (Stage is PlacementStage.Ended or PlacementStage.Withdrawn)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (_goals.Count(goal => goal.State == GoalState.Open) >= PlacementGoal.MostOpen)
        {
            return PlacementRefusals.TooManyGoals;
        }

        _goals.Add(new PlacementGoal(id, this, text, today));
        return Outcome.Done;
    }

    /// <summary>Says what became of a goal; one that was closed by mistake is opened again.</summary>
    public Outcome MarkGoal(Guid goal, GoalState state, DateOnly today)
    {
        if (Stage is PlacementStage.Ended or PlacementStage.Withdrawn)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (_goals.Find(known => known.Id == goal) is not { } found)
        {
            return PlacementRefusals.NoSuchGoal;
        }

        if (found.State != state)
        {
            found.Become(state, today);
        }

        return Outcome.Done;
    }
}
