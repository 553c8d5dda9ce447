namespace CareCommissioning.Web.Pages.Services;

/// <summary>Whether a service takes people today.</summary>
public sealed record ServiceState(DateOnly OpenedOn, DateOnly? ClosedOn, DateOnly Today);
