namespace CareCommissioning.Domain.Placements;

/// <summary>How far somebody has come with a goal.</summary>
public enum GoalState
{
    Open,
    Reached,
    GivenUp,
}

/// <summary>What the person wants to reach, in their own words (S2-002). Their team and the provider where they live read it.</summary>
public sealed class PlacementGoal
{
    public const int MaxTextLength = 500;

    /// <summary>More than anybody works towards at once.</summary>
    public const int MostOpen = 10;

    internal PlacementGoal(Guid id, Placement placement, string text, DateOnly setOn) =>
        (Id, PlacementId, PartnershipId, Text, SetOn) = (id, placement.Id, placement.PartnershipId, text, setOn);

    private PlacementGoal()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlacementId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly SetOn { get; private set; }

    public GoalState State { get; private set; }

    /// <summary>When it was reached or given up.</summary>
    public DateOnly? ClosedOn { get; private set; }

    internal void Become(GoalState state, DateOnly on) => (State, ClosedOn) = (state, state == GoalState.Open ? null : on);
}
