using CareCommissioning.Domain.Placements;

namespace CareCommissioning.Web.Pages.Placements.Details;

/// <summary>Whom a placement is for, as the reader may know them.</summary>
/// <param name="Identity">Null for readers who know people by reference only, and for those who knew them while they lived with them.</param>
public sealed record PersonView(string Reference, PersonIdentity? Identity, string AgeBand, string? PostcodeDistrict)
{
    /// <summary>The name, or what stands for it.</summary>
    public string Heading => Identity?.Name ?? Reference;

    public string Caption => Identity is null ? $"Placement of a person, {AgeBand.ToLower()}{(PostcodeDistrict is { } district ? $", from {district}" : "")}" : $"Placement of {Reference}";
}

/// <summary>People who have to do with a placement; null where the reader may not know them.</summary>
public sealed record StaffView(string? Coordinator, string? Team, string? ApprovedBy);

/// <summary>One review.</summary>
/// <param name="Summary">What was said: for the team alone.</param>
public sealed record ReviewView(DateOnly DueOn, DateOnly ReviewedOn, ReviewDecision Decision, DateOnly NextDueOn, string? Summary)
{
    /// <summary>"In time", "8 days late".</summary>
    public string InTime => (ReviewedOn.DayNumber - DueOn.DayNumber) switch
    {
        <= 0 => "In time",
        1 => "1 day late",
        var days => $"{days} days late",
    };
}

/// <summary>Another placement of the same person.</summary>
public sealed record OtherView(Guid Id, PlacementStage Stage, string? Service, DateOnly StartsOn, DateOnly? EndedOn);
