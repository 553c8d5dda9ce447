namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>Whether an organisation serves a partnership on a day.</summary>
/// <param name="To">First day on which it no longer does; null while no end is known.</param>
public sealed record MembershipState(bool IsAccepted, DateOnly From, DateOnly? To, DateOnly Today);
