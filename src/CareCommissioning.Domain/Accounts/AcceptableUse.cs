namespace CareCommissioning.Domain.Accounts;

/// <summary>The rules a person accepts before anything else opens (C46). Their wording is the page's.</summary>
public static class AcceptableUse
{
    /// <summary>Of the wording in use. A new wording gets a new version, and everybody is asked once more.</summary>
    public const string Version = "2026-11";
}
