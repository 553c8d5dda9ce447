using CareCommissioning.Domain.Common;
using CsvHelper;

namespace CareCommissioning.Persistence.Imports;

/// <summary>One row of a file, by the number a spreadsheet shows for it.</summary>
/// <param name="Fault">What is wrong with the row as a row; null where its cells can be read.</param>
internal sealed record FileRow(int Number, IReadOnlyList<string> Cells, string? Fault);

/// <summary>The header and rows of a CSV file (RFC 4180), within limits: whatever was uploaded ends as rows or as a sentence that says what is wrong.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<FileRow> Rows)
{
    public const int MaxRows = 20_000;
    public const int MaxColumns = 500;
    public const int MaxCellLength = 10_000;

    private static readonly Refusal TooManyRows = new("file-too-many-rows", $"The file has more than {MaxRows:N0} rows. Split it into several files");
    private static readonly Refusal TooManyColumns = new("file-too-many-columns", $"The file has more than {MaxColumns} columns");

    public static Outcome<CsvTable> Read(ReadOnlySpan<byte> content)
    {
        var text = CsvText.Read(content);
        return text.Value is null ? text.Refusal! : Read(text.Value);
    }

    private static Outcome<CsvTable> Read(string text)
    {
        CsvMalformedReason? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = record => malformed = record.Reason,
        };
        using var reader = CsvReader.FromText(text, options);
        string[] header = [];
        var rows = new List<FileRow>();
        var number = 0;
        while (reader.Read())
        {
            number++;
            if (reader.Current.FieldCount > MaxColumns && number == 1)
            {
                return TooManyColumns;
            }

            // What was exported here, mended and uploaded again is read as it was before the export.
            string[] cells = [.. reader.Current.ToArray().Select(SpreadsheetText.Unprotected)];
            if (malformed == CsvMalformedReason.UnterminatedQuote || Array.Exists(cells, cell => cell.Length > MaxCellLength))
            {
                return new Refusal("file-unclosed", $"Row {number} cannot be read: a quotation mark is not closed, or a cell is longer than {MaxCellLength:N0} characters");
            }

            if (number == 1)
            {
                header = cells;
            }
            else if (!Array.TrueForAll(cells, cell => cell.Length == 0))
            {
                rows.Add(new FileRow(number, cells, Fault(cells.Length, header.Length, malformed is not null)));
            }

            malformed = null;
            if (rows.Count > MaxRows)
            {
                return TooManyRows;
            }
        }

        return new CsvTable(header, rows);
    }

    private static string? Fault(int cells, int columns, bool isMalformed)
    {
        if (isMalformed)
        {
            return "A quotation mark stands in the middle of a cell";
        }

        return cells == columns ? null : $"The row has {cells} cells and the header {columns}";
    }
}
