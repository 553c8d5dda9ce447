namespace CareCommissioning.Web.Components.Words;

/// <summary>Numbers of things, in words that agree.</summary>
public static class CountWords
{
    /// <summary>Counting stops here: a worklist says "more than 99" and no query is without a bound.</summary>
    public const int Most = 99;

    /// <summary>How many rows to take for a bounded count.</summary>
    public const int Take = Most + 1;

    /// <summary>"No open invitations", "1 open invitation", "12 open invitations", "more than 99 open invitations".</summary>
    public static string Of(int count, string one, string several) => count switch
    {
        0 => $"No {several}",
        1 => $"1 {one}",
        > Most => $"More than {Most} {several}",
        _ => $"{count} {several}",
    };
}
