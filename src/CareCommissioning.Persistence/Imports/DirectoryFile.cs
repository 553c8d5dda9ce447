using System.Globalization;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Persistence.Imports;

/// <summary>A care directory as the Care Quality Commission publishes it, in either of its two layouts: known by its headings, in whatever order they stand; other columns are ignored.</summary>
public sealed class DirectoryFile
{
    private const int LongestShown = 60;

    private static readonly Refusal NoRows = new("file-no-rows", "The file has a header and no rows");

    // A heading of the ratings file of 2021, then of the directory of 2026.
    private static readonly string[] LocationCode = ["location_id", "Location ID"];
    private static readonly string[] Name = ["location_name", "Location Name"];
    private static readonly string[] ProviderCode = ["provider_id", "Provider ID"];
    private static readonly string[] ProviderName = ["provider_name", "Provider Name"];
    private static readonly string[] Authority = ["location_local_authority", "Location Local Authority"];
    private static readonly string[] Category = ["location_primary_inspection_category", "Primary inspection category"];
    private static readonly string[] Rating = ["latest_rating", "Location Latest Overall Rating"];
    private static readonly string[] Postcode = ["location_post_code", "Postcode"];
    private static readonly string[] IsCareHome = ["care_home"];
    private static readonly string[] LocationType = ["location_type"];
    private static readonly string[] IsIndividual = ["provider_is_individual"];
    private static readonly string[] ServiceTypes = ["Service Types"];
    private static readonly string[] Beds = ["Care homes beds"];
    private static readonly string[] OpenedOn = ["Location HSCA start date"];
    private static readonly string[] ClosedOn = ["Location HSCA end date"];
    private static readonly string[] Dormant = ["Dormant"];
    private static readonly string[] ProviderOpenedOn = ["Provider HSCA start date"];
    private static readonly string[] Ownership = ["Provider Ownership Type"];

    private static readonly string[][] Needed = [LocationCode, Name, ProviderCode, ProviderName, Authority, Category];
    private static readonly string[][] Useful = [Postcode, ServiceTypes, Beds, Rating, OpenedOn, ClosedOn, Dormant, ProviderOpenedOn, Ownership, IsCareHome, LocationType, IsIndividual];
    private static readonly HashSet<string> Known = Needed.Concat(Useful).SelectMany(column => column).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // The directory writes days as 2021-06-30 and as 6/30/2021 12:00:00 AM, in one file.
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "M/d/yyyy", "M/d/yyyy h:mm:ss tt"];

    private readonly CsvTable _table;
    private readonly ILookup<string, int> _columns;

    private DirectoryFile(CsvTable table)
    {
        _table = table;
        _columns = table.Header.Select((heading, index) => (heading, index)).ToLookup(column => column.heading, column => column.index, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The columns that are read, each by its headings in either layout; those every file must have first.</summary>
    public static IReadOnlyList<DirectoryColumn> Columns { get; } =
        [.. Needed.Select(headings => new DirectoryColumn(headings, IsNeeded: true)), .. Useful.Select(headings => new DirectoryColumn(headings, IsNeeded: false))];

    public IReadOnlyList<string> Header => _table.Header;

    /// <summary>Headings of the file that are not read, shortened.</summary>
    public IReadOnlyList<string> IgnoredColumns => [.. Header.Where(heading => heading.Length > 0 && !Known.Contains(heading)).Distinct(StringComparer.OrdinalIgnoreCase).Select(Shortened)];

    /// <summary>Rows below the header.</summary>
    public int Rows => _table.Rows.Count;

    internal IReadOnlyList<DirectoryEntry> Entries { get; private set; } = [];

    internal IReadOnlyList<RowFault> Faults { get; private set; } = [];

    /// <summary>Reads a file whole, with everything that is wrong in it.</summary>
    /// <returns>A refusal where it is no care directory at all.</returns>
    public static Outcome<DirectoryFile> Read(ReadOnlySpan<byte> content)
    {
        var table = CsvTable.Read(content);
        if (table.Value is null)
        {
            return table.Refusal!;
        }

        var file = new DirectoryFile(table.Value);
        var missing = Needed.Where(column => !column.Any(file._columns.Contains)).Select(column => $"“{column[^1]}”").ToList();
        if (missing.Count > 0)
        {
            return new Refusal("file-no-directory", $"This is not a care directory with commas between its cells: it has no column {string.Join(", ", missing)}");
        }

        if (file.Rows == 0)
        {
            return NoRows;
        }

        file.ReadRows();
        return file;
    }

    /// <summary>The rows that have a fault, under the file's own header, with the reasons in a column more: to be mended and brought in.</summary>
    public IEnumerable<IReadOnlyList<string>> FailingRows(IEnumerable<RowFault> faults)
    {
        var reasons = faults.ToLookup(f => f.Row, f => f.Column.Length == 0 ? f.Reason : $"{f.Column}: {f.Reason}");
        yield return [.. Header, "Reason"];
        foreach (var row in _table.Rows.Where(r => reasons.Contains(r.Number)))
        {
            var padding = Enumerable.Repeat("", Math.Max(0, Header.Count - row.Cells.Count));
            yield return [.. row.Cells, .. padding, string.Join("; ", reasons[row.Number])];
        }
    }

    private static string Shortened(string value) => value.Length <= LongestShown ? value : $"{value[..(LongestShown - 1)]}…";

    private static bool IsYes(string answer) => answer.Equals("Y", StringComparison.OrdinalIgnoreCase);

    private void ReadRows()
    {
        var entries = new List<DirectoryEntry>();
        var faults = new List<RowFault>();
        foreach (var row in _table.Rows)
        {
            var before = faults.Count;
            if (row.Fault is not null)
            {
                faults.Add(new RowFault(row.Number, "", "", row.Fault));
            }
            else if (ReadRow(row, faults) is var entry && faults.Count == before)
            {
                entries.Add(entry);
            }
        }

        (Entries, Faults) = (entries, faults);
    }

    private DirectoryEntry ReadRow(FileRow row, List<RowFault> faults)
    {
        var provider = Text(ProviderName, Organisation.MaxNameLength);
        return new DirectoryEntry(
            row.Number,
            Text(LocationCode, Service.MaxLocationCodeLength),
            Text(Name, Service.MaxNameLength),
            Text(ProviderCode, Organisation.MaxCodeLength),
            provider,
            CareDirectory.SectorOf(Told(Ownership), Told(LocationType), IsYes(Value(IsIndividual)), provider),
            Day(ProviderOpenedOn),
            Value(Authority),
            CareDirectory.TypeOf(Told(ServiceTypes), Told(Category), Told(IsCareHome) is { } answer ? IsYes(answer) : null),
            Value(Category),
            Places(),
            PostcodeOf(),
            Day(OpenedOn),
            Day(ClosedOn),
            IsYes(Value(Dormant)),
            RatingOf());

        // Two headings may differ in their capitals only: the first that says something counts.
        string Value(string[] column) => column.SelectMany(heading => _columns[heading]).Select(index => row.Cells[index]).FirstOrDefault(cell => cell.Length > 0) ?? "";

        string? Told(string[] column) => Value(column) is { Length: > 0 } told ? told : null;

        T? Refuse<T>(string[] column, string reason)
        {
            faults.Add(new RowFault(row.Number, _table.Header[column.SelectMany(heading => _columns[heading]).First()], Shortened(Value(column)), reason));
            return default;
        }

        string Text(string[] column, int longest) => Value(column) switch
        {
            "" => Refuse<string>(column, "Nothing stands here") ?? "",
            var text when text.Length > longest => Refuse<string>(column, $"Longer than {longest} characters") ?? "",
            var text => text,
        };

        DateOnly? Day(string[] column) =>
            Told(column) is not { } told ? null
            : DateOnly.TryParseExact(told, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : Refuse<DateOnly?>(column, "Not a day written like 2021-06-30 or 6/30/2021");

        int? Places() =>
            Told(Beds) is not { } told ? null
            : int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var beds) && beds <= Service.MaxPlaces ? beds
            : Refuse<int?>(Beds, $"Not a whole number between 0 and {Service.MaxPlaces}");

        string? PostcodeOf() => Told(Postcode) is not { } told ? null : Postcodes.Tidy(told) ?? Refuse<string>(Postcode, "Not a whole postcode, like L8 1AA");

        RegulatorRating? RatingOf() =>
            Told(Rating) is not { } told ? null : CareDirectory.RatingOf(told) ?? Refuse<RegulatorRating?>(Rating, "Not a rating that the regulator gives");
    }
}

/// <summary>A column that is read.</summary>
/// <param name="Headings">Any of which it may have, the oldest layout's first.</param>
/// <param name="IsNeeded">Without it a file is no directory.</param>
public sealed record DirectoryColumn(IReadOnlyList<string> Headings, bool IsNeeded);
