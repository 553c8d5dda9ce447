using System.Text;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Testing;

namespace CareCommissioning.Persistence.Tests.Imports;

/// <summary>The public files and the corpus of bad input, where the folder that holds them is there (CARE_SHARED, or beside the repository); an invented directory is always there.</summary>
public sealed class SharedFilesTests
{
    [Fact]
    public void Every_public_directory_is_read_without_a_fault()
    {
        foreach (var content in Directories())
        {
            var file = DirectoryFile.Read(content).Value!;
            file.Faults.ShouldBeEmpty();
            file.Entries.Count.ShouldBe(file.Rows);
            file.Entries.ShouldAllBe(e => e.Type != null);
        }
    }

    [Fact]
    public void Nothing_of_the_bad_input_is_taken_for_a_directory_or_ends_in_a_fault_of_ours()
    {
        var faults = BadInputCorpus.Files("badinput", "*").Where(file => DirectoryFile.Read(File.ReadAllBytes(file)).Succeeded).ToList();
        faults.ShouldBeEmpty();
    }

    private static IEnumerable<byte[]> Directories() =>
        BadInputCorpus.Files("data", "g07_*.csv").Concat(BadInputCorpus.Files("data", "g08_*.csv")).Select(File.ReadAllBytes).Append(Encoding.UTF8.GetBytes(InventedLocation.As2026(new InventedLocation("9-1"))));
}
