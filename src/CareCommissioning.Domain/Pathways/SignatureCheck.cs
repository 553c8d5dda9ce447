using CareCommissioning.Domain.Pathways.Readiness;

namespace CareCommissioning.Domain.Pathways;

/// <summary>Where something that stops a version from being signed is put right.</summary>
public enum ObstaclePlace
{
    Readiness,
    Comments,
    Contributors,
    Equality,
}

/// <summary>Something that must be put right before a version can be signed.</summary>
/// <param name="Message">What, in a sentence.</param>
public sealed record Obstacle(ObstaclePlace Place, string Message);

/// <summary>What stands between a version and its signature.</summary>
public static class SignatureCheck
{
    /// <param name="findings">Of the version's map.</param>
    /// <param name="openComments">Comments that nobody has answered.</param>
    /// <returns>Empty when it can be put to signature.</returns>
    public static IReadOnlyList<Obstacle> Of(VersionGrounds grounds, IReadOnlyList<Finding> findings, int openComments)
    {
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        return
        [
            .. errors > 0 ? [new Obstacle(ObstaclePlace.Readiness, errors == 1 ? "One thing on the map is to be mended." : $"{errors} things on the map are to be mended.")] : Array.Empty<Obstacle>(),
            .. openComments > 0 ? [new Obstacle(ObstaclePlace.Comments, openComments == 1 ? "One comment waits for an answer." : $"{openComments} comments wait for an answer.")] : Array.Empty<Obstacle>(),
            .. grounds.HasBothSides ? Array.Empty<Obstacle>() : [new Obstacle(ObstaclePlace.Contributors, "Nobody is named yet of those who provide the service and of those who use it: at least one of each takes part.")],
            .. grounds.Equality is not null ? Array.Empty<Obstacle>() : [new Obstacle(ObstaclePlace.Equality, "Nobody has written down yet whom this version may treat unequally.")],
        ];
    }
}
