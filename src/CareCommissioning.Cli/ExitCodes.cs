namespace CareCommissioning.Cli;

/// <summary>What a script learns from a command.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Could not run: no database, wrong words.</summary>
    public const int Failed = 1;

    /// <summary>Ran and said no: what was asked for is refused, with every reason.</summary>
    public const int Refused = 2;
}
