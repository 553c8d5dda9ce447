namespace CareCommissioning.Web.Pages.Admin.Accounts;

/// <summary>What the tag of an account says.</summary>
public sealed record AccountState(DateOnly StartsOn, DateOnly? EndsOn, bool IsDisabled, bool IsLocked);
