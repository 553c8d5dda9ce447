namespace CareCommissioning.Web.Pages.Teams;

/// <summary>Whether a team exists today.</summary>
public sealed record TeamState(DateOnly? ClosedOn, DateOnly Today);
