using System.Runtime.CompilerServices;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Persistence.Tests;

public sealed class DocumentTests
{
    [Fact, Asvs("V8.1.1")]
    public async Task The_access_document_says_what_the_code_does() =>
        string.Equals(await File.ReadAllTextAsync(Path.Combine(Here(), "..", "..", "docs", "access.md")), AccessDocument.Write(), StringComparison.Ordinal)
            .ShouldBeTrue("run: dotnet run --project src/CareCommissioning.Cli -- access-document");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
