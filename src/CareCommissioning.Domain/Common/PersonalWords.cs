using System.Text.RegularExpressions;
using CareCommissioning.Domain.Placements;

namespace CareCommissioning.Domain.Common;

/// <summary>Finds in free text what could tell who somebody is. It finds numbers and addresses, not names: those a hint asks to leave out.</summary>
public static partial class PersonalWords
{
    /// <summary>What the text holds, as a sentence says it: "an NHS number"; null for none of it.</summary>
    public static string? In(string? text) => text switch
    {
        null => null,
        _ when NhsNumbers().Matches(text).Any(match => NhsNumber.TryParse(match.Value, out _)) => "an NHS number",
        _ when Email().IsMatch(text) => "an e-mail address",
        _ when Postcode().IsMatch(text) => "a postcode",
        _ when Telephone().IsMatch(text) => "a telephone number",
        _ => null,
    };

    [GeneratedRegex(@"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NhsNumbers();

    // One character before the "@" is enough, and keeps a megabyte without one from being looked through 64 times.
    [GeneratedRegex(@"[^\s@]@[^\s@]{1,255}\.[^\s@]{2,63}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(?<!\d)(?:\+44|0)[ -]?\d(?:[ -]?\d){8,9}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();
}
