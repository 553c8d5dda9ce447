namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>Whether an organisation exists today.</summary>
public sealed record OrganisationState(DateOnly OpenedOn, DateOnly? ClosedOn, DateOnly Today);
