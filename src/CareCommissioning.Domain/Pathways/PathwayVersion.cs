using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Pathways;

/// <summary>Whether a version shows how it is or how it shall be.</summary>
public enum Outlook
{
    Current,
    Future,
}

/// <summary>How far a version has come.</summary>
public enum VersionState
{
    Draft,
    InConsultation,
    AwaitingAgreement,
    Agreed,
    Superseded,
}

/// <summary>One version of a pathway's map. It changes while it is drafted and consulted on; then never again.</summary>
public sealed class PathwayVersion
{
    /// <param name="number">1 for the pathway's first.</param>
    /// <param name="map">Empty, or that of the version it starts from.</param>
    public PathwayVersion(Guid id, Pathway pathway, int number, Outlook outlook, PathwayMap map, DateTimeOffset at)
    {
        (Id, PartnershipId, PathwayId, Number, Outlook, StartedAt) = (id, pathway.PartnershipId, pathway.Id, number, outlook, at);
        Map = map with { Acceptances = [] };
    }

    private PathwayVersion()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid PathwayId { get; private set; }

    public int Number { get; private set; }

    public Outlook Outlook { get; private set; }

    public VersionState State { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>How many changes were made: the number of the last one.</summary>
    public int Changes { get; private set; }

    public PathwayMap Map { get; private set; } = PathwayMap.Empty;

    /// <summary>Who took part, and whom it may treat unequally.</summary>
    public VersionGrounds Grounds { get; private set; } = VersionGrounds.Empty;

    public uint Version { get; private set; }

    public bool MayChange => State is VersionState.Draft or VersionState.InConsultation;

    /// <summary>Puts another map in the place of this one's and tells what changed.</summary>
    /// <param name="summary">What was done, as the history says it: "Added the step Acute ward".</param>
    /// <returns>The line of history, or why it may not change.</returns>
    public Outcome<PathwayChange> Change(PathwayMap map, string summary, Guid? by, string byName, DateTimeOffset at)
    {
        if (!MayChange)
        {
            return PathwayRefusals.IsFrozen;
        }

        var change = new PathwayChange(this, ++Changes, summary, MapDifference.Between(Map, map), by, byName, at);
        Map = map;
        return change;
    }

    /// <summary>Shows a draft to everybody of the partnership, who then say what they think. It goes on being changed.</summary>
    public Outcome PutOutToConsultation()
    {
        if (State != VersionState.Draft)
        {
            return PathwayRefusals.NotADraft;
        }

        if (!Map.Nodes.Any())
        {
            return PathwayRefusals.NothingToShow;
        }

        State = VersionState.InConsultation;
        return Outcome.Done;
    }

    /// <summary>Says anew what it rests on.</summary>
    public Outcome RestOn(VersionGrounds grounds)
    {
        if (!MayChange)
        {
            return PathwayRefusals.IsFrozen;
        }

        Grounds = grounds;
        return Outcome.Done;
    }

    /// <summary>Freezes it, to be signed.</summary>
    /// <param name="obstacles">What <see cref="SignatureCheck"/> found.</param>
    public Outcome PutToSignature(IReadOnlyList<Obstacle> obstacles)
    {
        if (State != VersionState.InConsultation)
        {
            return PathwayRefusals.NotInConsultation;
        }

        if (obstacles.Count > 0)
        {
            return PathwayRefusals.NotReady;
        }

        State = VersionState.AwaitingAgreement;
        return Outcome.Done;
    }

    /// <summary>Back to consultation, to be changed once more: its agreement was withdrawn.</summary>
    /// <exception cref="InvalidOperationException">It is not waiting for signatures.</exception>
    public void TakeBack() => State = From(VersionState.AwaitingAgreement, VersionState.InConsultation);

    /// <summary>Everybody who must has signed.</summary>
    /// <exception cref="InvalidOperationException">It is not waiting for signatures.</exception>
    public void Agree() => State = From(VersionState.AwaitingAgreement, VersionState.Agreed);

    /// <summary>A later version of the same outlook was agreed.</summary>
    /// <exception cref="InvalidOperationException">It was never agreed.</exception>
    public void Supersede() => State = From(VersionState.Agreed, VersionState.Superseded);

    /// <summary>Tells what was signed: the map and what it rests on, 64 hexadecimal digits, the same for the same content.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MapDocument.Write(Map) + JsonSerializer.Serialize(Grounds, MapDocument.Options))));

    private VersionState From(VersionState state, VersionState next) =>
        State == state ? next : throw new InvalidOperationException($"A version that is {State} does not become {next}.");

    /// <summary>Whether <see cref="Undo"/> would take a change back now.</summary>
    public bool MayUndo(PathwayChange change) => MayChange && Map.Undo(change.Elements).Succeeded;

    /// <summary>Takes a change back, as a change of its own. Taking back what took another back does that one again.</summary>
    public Outcome<PathwayChange> Undo(PathwayChange change, Guid? by, string byName, DateTimeOffset at)
    {
        var map = Map.Undo(change.Elements);
        if (map.Value is null)
        {
            return map.Refusal!;
        }

        var undone = Change(map.Value, change.SummaryOfUndo, by, byName, at);
        undone.Value?.Undo(change);
        return undone;
    }
}

/// <summary>One line of a version's history: who changed what, and each element before and after. It is what undoing undoes.</summary>
public sealed class PathwayChange
{
    public const int MaxSummaryLength = 300;

    private const string UndoPrefix = "Undid: ";
    private const string RedoPrefix = "Redid: ";

    internal PathwayChange(PathwayVersion version, int number, string summary, IReadOnlyList<ElementChange> elements, Guid? by, string byName, DateTimeOffset at)
    {
        (PartnershipId, VersionId, Number, By, ByName, At) = (version.PartnershipId, version.Id, number, by, byName, at);
        Summary = summary.Length <= MaxSummaryLength ? summary : summary[..MaxSummaryLength];
        Content = JsonSerializer.Serialize(elements, MapDocument.Options);
    }

    private PathwayChange()
    {
    }

    public Guid PartnershipId { get; private set; }

    public Guid VersionId { get; private set; }

    public int Number { get; private set; }

    public string Summary { get; private set; } = "";

    /// <summary>The elements it touched, as JSON.</summary>
    public string Content { get; private set; } = "[]";

    public Guid? By { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Number of the change that took this one back.</summary>
    public int? UndoneBy { get; private set; }

    /// <summary>Number of the change that this one takes back.</summary>
    public int? UndoOf { get; private set; }

    /// <summary>It takes back what took another change back: the other one stands again.</summary>
    public bool IsRedo { get; private set; }

    /// <summary>It takes another change back, and is no redo.</summary>
    public bool IsUndo => UndoOf is not null && !IsRedo;

    public IReadOnlyList<ElementChange> Elements => JsonSerializer.Deserialize<List<ElementChange>>(Content, MapDocument.Options) ?? [];

    /// <summary>What was done in the first place, without what was undone and done again since.</summary>
    public string What => UndoOf is null ? Summary : Summary[(IsRedo ? RedoPrefix : UndoPrefix).Length..];

    internal string SummaryOfUndo => (IsUndo ? RedoPrefix : UndoPrefix) + What;

    internal void Undo(PathwayChange change)
    {
        (UndoOf, IsRedo) = (change.Number, change.IsUndo);
        change.UndoneBy = Number;
    }
}
