namespace CareCommissioning.Web.Pages.MyAccount;

/// <summary>Addresses of a person's own pages.</summary>
public static class MyAccountLinks
{
    public const string Details = "/account";
    public const string Password = "/account/password";
    public const string TwoStep = "/account/two-step";
    public const string SetUpTwoStep = "/account/two-step/set-up";
    public const string RecoveryCodes = "/account/two-step/codes";
    public const string AcceptableUse = "/account/acceptable-use";
    public const string WorkIn = "/account/work-in";
}
