namespace CareCommissioning.Web.Access;

/// <summary>What somebody who has given their password must still do before other pages open: values of <see cref="ActorClaims.Pending"/>.</summary>
public static class PendingStep
{
    /// <summary>Give the second step. Until then the person is nobody yet: no role, no rows.</summary>
    public const string TwoStep = "two-step";

    /// <summary>Set two-step verification up, which their role needs.</summary>
    public const string SetUpTwoStep = "set-up-two-step";

    /// <summary>Accept the rules of use.</summary>
    public const string AcceptableUse = "acceptable-use";

    /// <summary>The page on which the step is done.</summary>
    public static string PageOf(string step) => step switch
    {
        TwoStep => "/sign-in/two-step",
        SetUpTwoStep => "/account/two-step/set-up",
        _ => "/account/acceptable-use",
    };
}
