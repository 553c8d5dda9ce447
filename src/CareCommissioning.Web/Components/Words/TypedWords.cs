namespace CareCommissioning.Web.Components.Words;

/// <summary>What people type, as it is kept.</summary>
public static class TypedWords
{
    /// <summary>Text without spaces around it; null when none is left.</summary>
    public static string? Tidy(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
