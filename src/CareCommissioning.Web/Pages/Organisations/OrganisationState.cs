namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>Whether an organisation exists today, or is only offered to the reader's partnership.</summary>
public sealed record OrganisationState(DateOnly OpenedOn, DateOnly? ClosedOn, DateOnly Today, bool IsOffered);
