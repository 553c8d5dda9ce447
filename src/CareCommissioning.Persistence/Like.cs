namespace CareCommissioning.Persistence;

/// <summary>Patterns for ILIKE from what people type: their per cent signs and underscores mean themselves.</summary>
public static class Like
{
    public const string Escape = "\\";

    public static string Contains(string words) => $"%{Exactly(words)}%";

    public static string Exactly(string words) =>
        words.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);
}
