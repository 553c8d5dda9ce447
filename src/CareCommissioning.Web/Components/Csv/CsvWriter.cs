using CareCommissioning.Domain.Common;

namespace CareCommissioning.Web.Components.Csv;

/// <summary>Writes CSV (RFC 4180) that a spreadsheet shows as text: a cell that a spreadsheet would run as a formula begins with an apostrophe.</summary>
public static class CsvWriter
{
    private static readonly char[] MustQuote = [',', '"', '\r', '\n'];

    /// <summary>One line, with its line break.</summary>
    public static async Task WriteLineAsync(this TextWriter writer, IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                await writer.WriteAsync(',');
            }

            await writer.WriteAsync(Cell(cell ?? ""));
            first = false;
        }

        await writer.WriteAsync("\r\n");
    }

    /// <summary>A value as one cell.</summary>
    public static string Cell(string value)
    {
        var safe = SpreadsheetText.Protected(value);
        return safe.AsSpan().IndexOfAny(MustQuote) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
