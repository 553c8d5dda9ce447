using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CareCommissioning.Testing;

/// <summary>The corpus of bad input, where the folder that holds it is there (CARE_SHARED, or beside the repository): a sample of it a run, another each time. Elsewhere it is empty.</summary>
public static class BadInputCorpus
{
    private static readonly Lazy<IReadOnlyList<string>> AllTexts = new(ReadTexts);

    /// <summary>Chooses the sample. To repeat a run, set CARE_BAD_INPUT_SEED to what it printed.</summary>
    public static string Seed { get; } = Environment.GetEnvironmentVariable("CARE_BAD_INPUT_SEED") ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    /// <summary>Files of the shared folder; none where it is not there.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("CARE_SHARED") ?? Path.Combine(Root(), "..", "shared"), folder);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Texts for one field, others for another.</summary>
    /// <param name="field">Names the field, so that the same seed gives it the same texts.</param>
    public static IEnumerable<string> Texts(string field, int count) => AllTexts.Value.OrderBy(text => Order($"{field}\n{text}"), StringComparer.Ordinal).Take(count);

    /// <summary>Names of files as nobody would give them.</summary>
    public static IReadOnlyList<string> FileNames() => [.. Files("badinput", "filenames.json").SelectMany(Strings)];

    private static List<string> ReadTexts() =>
    [
        .. new[] { "blns.json", "text.json", "dates.json", "numbers.json", "nhs-numbers.json" }.SelectMany(name => Files("badinput", name)).SelectMany(Strings).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Strings(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. Strings(json.RootElement)];
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.String => [Text(element)],
        _ => [],
    };

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: as a browser sends it.
            return "\uFFFD";
        }
    }

    private static string Order(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}\n{text}")));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
