using System.Text.RegularExpressions;

namespace CareCommissioning.Domain.Providers;

/// <summary>Postcodes of the United Kingdom, by their shape: whether one is in use only Royal Mail knows.</summary>
public static partial class Postcodes
{
    /// <summary>"l8 1aa" as "L8 1AA"; null where it is no whole postcode.</summary>
    public static string? Tidy(string typed)
    {
        var letters = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Shape().IsMatch(letters) ? $"{letters[..^3]} {letters[^3..]}" : null;
    }

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
