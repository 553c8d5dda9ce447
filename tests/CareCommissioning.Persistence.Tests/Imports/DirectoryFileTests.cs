using System.IO.Compression;
using System.Text;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Persistence.Tests.Imports;

/// <summary>Whatever is uploaded ends as rows, as faults of rows, or as one sentence.</summary>
[Requirement("C12"), Asvs("V5.2.2", "V1.5.2")]
public sealed class DirectoryFileTests
{
    private static readonly InventedLocation House = new("9-1");

    public static TheoryData<string, byte[], string> NoDirectories => new()
    {
        { "empty", [], "file-empty" },
        { "white space", "\r\n \r\n"u8.ToArray(), "file-empty" },
        { "HTML", "<!DOCTYPE html><html><body>Moved</body></html>"u8.ToArray(), "file-no-directory" },
        { "other columns", "a,b,c\r\n1,2,3\r\n"u8.ToArray(), "file-no-directory" },
        { "semicolons", Encoding.UTF8.GetBytes(InventedLocation.As2021(House).Replace(',', ';')), "file-no-directory" },
        { "header only", Encoding.UTF8.GetBytes(InventedLocation.As2021()), "file-no-rows" },
        { "zip", Zip(), "file-no-text" },
        { "binary", [1, 2, 3, 0, 255, 254, 253], "file-no-text" },
        { "NUL", Encoding.UTF8.GetBytes(InventedLocation.As2021(House with { Name = "Elm\0House" })), "file-no-text" },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(InventedLocation.As2021(House))], "file-encoding" },
        { "unclosed quote", Encoding.UTF8.GetBytes(InventedLocation.As2021(House) + "9-2,\"Elm House,Y"), "file-unclosed" },
        { "a cell of a megabyte", Encoding.UTF8.GetBytes(InventedLocation.As2021(House with { Name = new string('x', 1_000_000) })), "file-unclosed" },
        { "100,000 columns", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 100_000))), "file-too-many-columns" },
        { "too many rows", Encoding.UTF8.GetBytes("location_id\n" + string.Concat(Enumerable.Repeat("1\n", 20_001))), "file-too-many-rows" },
    };

    [Theory]
    [MemberData(nameof(NoDirectories), DisableDiscoveryEnumeration = true)]
    public void What_is_no_directory_is_refused_in_one_sentence(string what, byte[] content, string refusal) =>
        DirectoryFile.Read(content).Refusal!.Code.ShouldBe(refusal, what);

    [Fact, Requirement("S1-013")]
    public void Both_layouts_are_known_by_their_headings()
    {
        Read(InventedLocation.As2021(House)).Entries.ShouldHaveSingleItem().Places.ShouldBeNull();
        var entry = Read(InventedLocation.As2026(House with { OpenedOn = "6/30/2021 12:00:00 AM" })).Entries.ShouldHaveSingleItem();
        (entry.LocationCode, entry.Places, entry.OpenedOn).ShouldBe(("9-1", 12, new DateOnly(2021, 6, 30)));
    }

    [Fact]
    public void The_order_of_columns_does_not_matter_and_unknown_ones_are_ignored()
    {
        var lines = InventedLocation.As2021(House).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(',', line.Split(',').Reverse().Append("extra")));
        Read(string.Join("\r\n", lines)).Entries.ShouldHaveSingleItem().Name.ShouldBe("Invented House");
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void A_file_is_UTF_8_with_or_without_its_mark(bool mark)
    {
        byte[] content = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(InventedLocation.As2021(House with { Name = "Café Élan – 家" }))];
        DirectoryFile.Read(content).Value!.Entries.ShouldHaveSingleItem().Name.ShouldBe("Café Élan – 家");
    }

    [Fact]
    public void A_file_of_Excel_is_Windows_1252()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        DirectoryFile.Read(windows.GetBytes(InventedLocation.As2021(House with { Name = "Café Élan – “Rest”" }))).Value!.Entries.ShouldHaveSingleItem().Name.ShouldBe("Café Élan – “Rest”");
    }

    [Theory]
    [InlineData("\n"), InlineData("\r")]
    public void Lines_end_in_any_way(string lineBreak) =>
        Read(InventedLocation.As2021(House, House with { Id = "9-2" }).Replace("\r\n", lineBreak, StringComparison.Ordinal)).Entries.Count.ShouldBe(2);

    [Fact]
    public void Every_fault_is_told_with_row_column_value_and_reason()
    {
        var file = Read(InventedLocation.As2026(
            House,
            House with { Id = "", Name = new string('x', 161) },
            House with { Id = "9-3", Postcode = "nowhere", Beds = "twelve" },
            House with { Id = "9-4", OpenedOn = "31/12/2020", Rating = "Splendid" },
            House with { Id = "9-5", Beds = "2001", ProviderId = new string('9', 21) }));

        file.Entries.ShouldHaveSingleItem();
        file.Faults.Select(f => (f.Row, f.Column, f.Value, f.Reason)).ShouldBe(
        [
            (3, "Location ID", "", "Nothing stands here"),
            (3, "Location Name", $"{new string('x', 59)}…", "Longer than 160 characters"),
            (4, "Care homes beds", "twelve", "Not a whole number between 0 and 2000"),
            (4, "Postcode", "nowhere", "Not a whole postcode, like L8 1AA"),
            (5, "Location HSCA start date", "31/12/2020", "Not a day written like 2021-06-30 or 6/30/2021"),
            (5, "Location Latest Overall Rating", "Splendid", "Not a rating that the regulator gives"),
            (6, "Provider ID", new string('9', 21), "Longer than 20 characters"),
            (6, "Care homes beds", "2001", "Not a whole number between 0 and 2000"),
        ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_row_with_too_few_cells_or_a_stray_quote_is_a_fault_and_blank_lines_are_counted()
    {
        var file = Read(InventedLocation.As2021(House) + "\r\n9-2,too few\r\n9-3,Elm \"House,Y,Social Care Org,Residential social care,L8 1AA,Liverpool,Good,8-1,Care Ltd \"x,0\r\n");

        file.Faults.Select(f => (f.Row, f.Reason)).ShouldBe([(4, "The row has 2 cells and the header 11"), (5, "A quotation mark stands in the middle of a cell")]);
        file.Rows.ShouldBe(3);
    }

    [Fact]
    public void The_failing_rows_stand_under_the_files_own_header_with_their_reasons()
    {
        var file = Read(InventedLocation.As2021(House, House with { Id = "9-2", Postcode = "nowhere" }));

        var rows = file.FailingRows(file.Faults).ToList();

        rows.Count.ShouldBe(2);
        rows[0].ShouldBe([.. file.Header, "Reason"]);
        rows[1][0].ShouldBe("9-2");
        rows[1][^1].ShouldBe("location_post_code: Not a whole postcode, like L8 1AA");
    }

    private static DirectoryFile Read(string text) => DirectoryFile.Read(Encoding.UTF8.GetBytes(text)).Value!;

    private static byte[] Zip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("directory.csv").Open();
            entry.Write(new byte[1_000_000]);
        }

        return memory.ToArray();
    }
}
