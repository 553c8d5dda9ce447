using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Something to do next, as a button says it.</summary>
public sealed record PlacementStep(string Words, string Url);

/// <summary>What comes after what: the questions of a new placement, one page each, and then its life.</summary>
public static class PlacementSteps
{
    /// <summary>The page that asks for what is missing.</summary>
    public static string Asks(this MissingPart part, Guid id) => part switch
    {
        MissingPart.Service => PlacementLinks.Service(id),
        MissingPart.WeeklyFeeAndFunders => PlacementLinks.Funding(id),
        MissingPart.LegalBasis => PlacementLinks.Legal(id),
        _ => PlacementLinks.Coordinator(id),
    };

    /// <summary>Where saving one answer leads: to the next question, or back to the placement when nothing is missing.</summary>
    public static string NextPage(this Placement placement) =>
        placement.IsBeforeStart && placement.Missing is [var next, ..] ? next.Asks(placement.Id) : PlacementLinks.Details(placement.Id);

    /// <summary>The one thing that this reader would do next; null when it is another's turn.</summary>
    public static PlacementStep? For(Placement placement, Actor actor, DateOnly today) => placement switch
    {
        { IsBeforeStart: true, Missing.Count: > 0 } when actor.May(Permission.ManagePlacements) => new("Complete the placement", placement.NextPage()),
        { IsBeforeStart: true } when actor.May(Permission.ManagePlacements) && placement.StartsOn <= today =>
            new(placement.Stage == PlacementStage.Approved ? "Start the placement" : "Start before approval", PlacementLinks.Start(placement.Id)),
        { Stage: PlacementStage.Matched or PlacementStage.Started, ApprovedAt: null, Missing.Count: 0 } when actor.May(Permission.ApprovePlacements) => new("Approve fee and funders", PlacementLinks.Approve(placement.Id)),
        { Stage: PlacementStage.Started } when actor.May(Permission.ManagePlacements) => new("Log a review", PlacementLinks.Review(placement.Id)),
        _ => null,
    };
}
