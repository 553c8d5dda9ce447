namespace CareCommissioning.Domain.Pathways.Readiness;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Stops the version from being agreed.</summary>
    Error,

    /// <summary>Can be accepted, with the reason.</summary>
    Warning,
}

/// <summary>Something about a map that somebody should look at.</summary>
/// <param name="Key">The rule and what it is about: stays the same while the finding does.</param>
/// <param name="Element">What is to be mended; null for the map as a whole.</param>
/// <param name="Part">The form that mends it: "capacity", "cost", "who", "evidence"; <see cref="Lines"/>; null for the element's own.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
public sealed record Finding(string Key, Severity Severity, Guid? Element, string? Part, string Message)
{
    /// <summary>The part of an element that has no form: what stands in it or leads from it, which the outline lists.</summary>
    public const string Lines = "lines";

    /// <summary>Why it was accepted, where it was; never for an error.</summary>
    public Acceptance? Accepted { get; init; }
}
