namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>What a picture of a map is drawn for.</summary>
public sealed record MapPictureOptions
{
    /// <summary>Read out first by a screen reader, and shown by viewers: the pathway's name and version.</summary>
    public string Title { get; init; } = "Pathway map";

    /// <summary>For a file of its own: with a white ground. Within a page the page's ground shows.</summary>
    public bool Standalone { get; init; }

    /// <summary>Where an element leads when it is chosen; null for nowhere. Asked for stages, boxes and moves.</summary>
    public Func<MapElement, string?>? LinkTo { get; init; }

    /// <summary>Short text for a corner of a stage or a box, such as "2 errors", by the element's id. A move with one is drawn heavier and says it in its title.</summary>
    public IReadOnlyDictionary<Guid, string> Marks { get; init; } = new Dictionary<Guid, string>();

    /// <summary>What the marks say, as the legend tells it.</summary>
    public string MarksMean { get; init; } = "Found by the readiness check";

    /// <summary>Begins every id in the picture, so that two pictures may stand in one page.</summary>
    public string IdPrefix { get; init; } = "map";
}
