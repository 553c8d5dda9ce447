using Microsoft.AspNetCore.WebUtilities;

namespace CareCommissioning.Web.Access;

/// <summary>Addresses on the way in and out.</summary>
public static class SignInLinks
{
    public const string SignOut = "/sign-out";
    public const string ForgottenPassword = "/forgotten-password";

    /// <param name="returnUrl">Where the person wanted to go; null for home.</param>
    public static string SignIn(string? returnUrl = null) => With("/sign-in", returnUrl);

    /// <summary>The sign-in page that holds on to a posted form.</summary>
    public static string Kept(string url) => With("/sign-in/kept", url);

    /// <summary>The page of a <see cref="PendingStep"/>.</summary>
    public static string Step(string step, string? returnUrl) => With(PendingStep.PageOf(step), returnUrl);

    public static string ResetPassword(string key) => QueryHelpers.AddQueryString("/reset-password", "key", key);

    public static string AcceptInvitation(string key) => QueryHelpers.AddQueryString("/invitations/accept", "key", key);

    private static string With(string page, string? returnUrl) =>
        returnUrl is null or "/" ? page : QueryHelpers.AddQueryString(page, "returnUrl", returnUrl);
}
