namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>What became of an element of an imported file.</summary>
public enum ImportFate
{
    /// <summary>It is on the map now.</summary>
    Mapped,

    /// <summary>We know what it is; a map has no place for it.</summary>
    KeptAside,

    /// <summary>It is not BPMN as we know it, or contradicts the rest of the file.</summary>
    NotUnderstood,
}

/// <summary>What became of one element of an imported file.</summary>
/// <param name="Element">Its name in the file, such as "userTask" or "camunda:formData".</param>
/// <param name="Id">Its id in the file, if it has one.</param>
/// <param name="Name">Its name, if it has one, in one line and cut.</param>
/// <param name="Text">Plain English: what it became, and what was changed on the way.</param>
public sealed record ImportLine(string Element, string? Id, string? Name, ImportFate Fate, string Text);

/// <summary>What an imported file gave: a map with a line for every element of the file, or why there is none.</summary>
public sealed record ImportResult
{
    private ImportResult(string? refusal, PathwayMap? map, string? name, IReadOnlyList<ImportLine> report) => (Refusal, Map, Name, Report) = (refusal, map, name, report);

    /// <summary>In the user's words; null when there is a map.</summary>
    public string? Refusal { get; }

    /// <summary>Null when refused.</summary>
    public PathwayMap? Map { get; }

    /// <summary>What the file calls the pathway, if it says.</summary>
    public string? Name { get; }

    /// <summary>A line for every element, in the order of the file; empty when refused.</summary>
    public IReadOnlyList<ImportLine> Report { get; }

    internal static ImportResult Refused(string message) => new(message, null, null, []);

    internal static ImportResult Of(PathwayMap map, string? name, IReadOnlyList<ImportLine> report) => new(null, map, name, report);
}
