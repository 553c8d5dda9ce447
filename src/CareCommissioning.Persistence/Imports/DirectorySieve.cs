namespace CareCommissioning.Persistence.Imports;

/// <summary>The rows of a file that are to be brought in, each location once, and why the others are not.</summary>
internal sealed record DirectorySieve(IReadOnlyList<DirectoryEntry> Entries, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<RowFault> Faults)
{
    private const string NotChosen = "In a local authority that was not chosen";
    private const string Repeated = "A further row of the same location, which tells nothing new";

    public static DirectorySieve Sift(DirectoryFile file, IReadOnlyCollection<string> authorities)
    {
        var chosen = authorities.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var first = new Dictionary<string, DirectoryEntry>(StringComparer.Ordinal);
        var leftOut = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var faults = file.Faults.ToList();
        foreach (var entry in file.Entries)
        {
            if (chosen.Count > 0 && !chosen.Contains(entry.Authority))
            {
                Leave(entry, NotChosen);
            }
            else if (entry.Type is null)
            {
                Leave(entry, $"No care that is commissioned here: {(entry.Category.Length == 0 ? "the file tells no kind" : entry.Category)}");
            }
            else if (first.TryAdd(entry.LocationCode, entry))
            {
                continue;
            }
            else if (entry.Repeats(first[entry.LocationCode]))
            {
                Leave(entry, Repeated);
            }
            else
            {
                faults.Add(new RowFault(entry.Row, "", entry.LocationCode, $"Row {first[entry.LocationCode].Row} tells of the same location, and differently"));
            }
        }

        return new DirectorySieve([.. first.Values], [.. leftOut.Select(reason => new LeftOut(reason.Key, reason.Value))], faults);

        void Leave(DirectoryEntry entry, string reason)
        {
            leftOut.TryAdd(reason, []);
            leftOut[reason].Add(entry.Row);
        }
    }
}
