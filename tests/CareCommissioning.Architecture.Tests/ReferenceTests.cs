using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Architecture.Tests;

/// <summary>What may know what (docs/design and decisions). Read from the project files, so that an unused reference is found too.</summary>
public sealed partial class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CareCommissioning.Domain"] = [],
        ["CareCommissioning.LocalPostgres"] = [],
        ["CareCommissioning.Persistence"] = ["CareCommissioning.Domain"],
        ["CareCommissioning.Web"] = ["CareCommissioning.Persistence", "CareCommissioning.LocalPostgres"],
        ["CareCommissioning.Cli"] = ["CareCommissioning.Persistence", "CareCommissioning.LocalPostgres"],
    };

    public static TheoryData<string> Projects => new(Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)!));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_it_may(string project)
    {
        Allowed.ShouldContainKey(project, "say in this test what the new project may know");
        References(project, "ProjectReference").ShouldBeSubsetOf(Allowed[project]);
    }

    [Theory]
    [InlineData("CareCommissioning.Domain")]
    [InlineData("CareCommissioning.LocalPostgres")]
    public void Rules_and_the_private_server_need_no_package(string project) => References(project, "PackageReference").ShouldBeEmpty();

    /// <summary>Kinds come and go with every reform: rules and pages ask what a kind does, and new kinds need no release.</summary>
    [Fact, Requirement("E1")]
    public void No_rule_and_no_page_knows_a_kind_of_organisation_by_its_code()
    {
        var source = Path.Combine(Root(), "src");
        var kinds = Code().Matches(File.ReadAllText(Path.Combine(source, "CareCommissioning.Persistence", "ReferenceData", "StandardKinds.cs"))).Select(found => found.Groups["code"].Value).ToList();
        kinds.ShouldContain("pct");
        var places = new[] { "CareCommissioning.Domain", "CareCommissioning.Persistence/RowSecurity", "CareCommissioning.Web/Pages", "CareCommissioning.Web/Components" }
            .SelectMany(place => new[] { "*.cs", "*.cshtml", "*.sql" }.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(source, place), pattern, SearchOption.AllDirectories)));
        // A regulator is also a kind of actor, with a database role of that name.
        places.Where(file => !file.EndsWith("Roles.sql", StringComparison.Ordinal) && NamesOneOf(kinds, File.ReadAllText(file))).ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_knows_no_clock_no_file_and_no_database()
    {
        var used = Assembly.Load("CareCommissioning.Domain").GetReferencedAssemblies().Select(a => a.Name!);
        used.Where(name => name.Contains("IO", StringComparison.Ordinal) || name.Contains("Net.", StringComparison.Ordinal) || name.Contains("Data", StringComparison.Ordinal) || name.StartsWith("Microsoft", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Processes_are_started_by_the_private_server_only()
    {
        var elsewhere = Sources().Where(file => !file.Contains("LocalPostgres", StringComparison.Ordinal) && File.ReadAllText(file).Contains("Process.Start", StringComparison.Ordinal));
        elsewhere.ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_named_for_a_drawer()
    {
        string[] drawers = ["Helper", "Manager", "Util", "Utils", "Dto", "Base"];
        var types = Allowed.Keys.SelectMany(project => Assembly.Load(project).GetTypes()).Where(type => !type.IsNested && type.Namespace?.StartsWith("CareCommissioning", StringComparison.Ordinal) == true);
        types.Select(type => type.Name).Where(name => !name.EndsWith("TagHelper", StringComparison.Ordinal) && drawers.Any(drawer => name.EndsWith(drawer, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Contexts_of_the_domain_have_their_words()
    {
        var words = File.ReadAllText(Path.Combine(Root(), "docs", "domain.md"));
        foreach (var context in Directory.EnumerateDirectories(Path.Combine(Root(), "src", "CareCommissioning.Domain")).Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj", "Common"]))
        {
            words.ShouldContain($"`{context}`", customMessage: "docs/domain.md names every context");
        }
    }

    private static bool NamesOneOf(List<string> codes, string source) =>
        codes.Exists(code => source.Contains($"\"{code}\"", StringComparison.Ordinal) || source.Contains($"'{code}'", StringComparison.Ordinal));

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Root(), "src", project, $"{project}.csproj")).Descendants(kind).Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex("""new\("(?<code>[a-z-]+)", "[A-Z]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
