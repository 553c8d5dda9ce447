namespace CareCommissioning.Domain.Common;

/// <summary>Text that a spreadsheet shows and does not run: what looks like a formula stands behind an apostrophe in a file, and without it here.</summary>
public static class SpreadsheetText
{
    private const char Apostrophe = '\'';

    public static string Protected(string value) => IsRun(value) ? $"{Apostrophe}{value}" : value;

    /// <summary>Takes off the apostrophe that <see cref="Protected"/> put on; a name that begins with one by itself, such as 's Gravenhage, keeps it.</summary>
    public static string Unprotected(string cell) => cell is [Apostrophe, ..] && IsRun(cell.AsSpan(1)) ? cell[1..] : cell;

    // White space before the sign does not stop a spreadsheet (OWASP, CSV Injection).
    private static bool IsRun(ReadOnlySpan<char> value) => value.TrimStart() is ['=' or '+' or '-' or '@', ..] || value is ['\t' or '\r' or '\n', ..];
}
