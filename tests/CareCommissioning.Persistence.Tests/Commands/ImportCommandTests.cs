using System.Text.Json;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Persistence.Tests.Commands;

/// <summary><c>import care-directory</c> as an operator runs it: 0 imported, 2 refused with every fault, nothing in between.</summary>
[Requirement("S1-013", "C12")]
public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly string _file = Path.GetTempFileName();
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync()
    {
        File.Delete(_file);
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_file_with_a_fault_is_refused_with_every_fault_and_nothing_is_imported()
    {
        var (code, output) = await RunAsync(InventedLocation.As2026(new("9-1"), new("9-2") { Postcode = "nowhere" }, new("9-3") { Beds = "many" }));

        code.ShouldBe(2);
        output.ShouldContain("Row 3, Postcode “nowhere”: Not a whole postcode");
        output.ShouldContain("Row 4, Care homes beds “many”");
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_good_file_is_imported_and_a_dry_run_changes_nothing()
    {
        var file = InventedLocation.As2026(new("9-1"), new("9-2") { Authority = "Sefton" });
        (await RunAsync(file, "--dry-run")).Code.ShouldBe(0);
        (await CountAsync()).ShouldBe(0);

        var (code, output) = await RunAsync(file, "--local-authority", "liverpool", "--json");

        code.ShouldBe(0, output);
        var result = JsonDocument.Parse(output).RootElement;
        (result.GetProperty("imported").GetBoolean(), result.GetProperty("newServices").GetInt32()).ShouldBe((true, 1));
        (await CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("atlantis", null, 1, "There is no partnership atlantis")]
    [InlineData("liverpool", "Atlantis", 2, "No row is in Atlantis. There are: Liverpool")]
    public async Task A_partnership_or_authority_that_is_not_there_is_told(string partnership, string? authority, int expected, string sentence)
    {
        await File.WriteAllTextAsync(_file, InventedLocation.As2026(new InventedLocation("9-1")));
        string[] area = authority is null ? [] : ["--local-authority", authority];

        var (code, output) = await CommandLine.RunAsync(_database.OwnerConnection, ["import", "care-directory", _file, "--partnership", partnership, .. area]);

        (code, output).ShouldBe((expected, sentence));
    }

    [Fact]
    public async Task What_is_no_directory_is_refused_in_a_sentence()
    {
        var (code, output) = await RunAsync("<html>");
        code.ShouldBe(2);
        output.ShouldStartWith("This is not a care directory");
    }

    private async Task<(int Code, string Output)> RunAsync(string csv, params string[] options)
    {
        await File.WriteAllTextAsync(_file, csv);
        return await CommandLine.RunAsync(_database.OwnerConnection, ["import", "care-directory", _file, "--partnership", "liverpool", .. options]);
    }

    private Task<long> CountAsync() => _database.BehindTheScenesAsync<long>("select count(*) from care.services where location_code like '9-%'");
}
