using CareCommissioning.Web.Access.Passwords;

namespace CareCommissioning.Web.Pages;

/// <summary>What every page that asks for a new password says.</summary>
public static class PasswordWords
{
    public static readonly string Hint = $"At least {PasswordPolicy.MinLength} characters. Three words you make up are easy to remember; a password manager is better still";
}
