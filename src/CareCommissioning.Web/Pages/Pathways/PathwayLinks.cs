namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>Addresses of the pages about pathways.</summary>
public static class PathwayLinks
{
    public const string List = "/pathways";
    public const string New = "/pathways/new";
    public const string Evidence = "/pathways/evidence";

    public static string Details(Guid pathway) => $"{List}/{pathway}";

    public static string Change(Guid pathway) => $"{List}/{pathway}/change";

    public static string NewVersion(Guid pathway, int? from = null) => $"{List}/{pathway}/versions/new" + (from is null ? "" : $"?from={from}");

    public static string Map(Guid pathway, int number) => $"{List}/{pathway}/versions/{number}";

    /// <summary>The line of an element in the map's outline.</summary>
    public static string InMap(Guid pathway, int number, Guid element) => $"{Map(pathway, number)}#{Anchor(element)}";

    public static string Anchor(Guid element) => $"e-{element:N}";

    /// <param name="page">What is read of the version: readiness, figures, explained, history, picture, download.</param>
    public static string Of(Guid pathway, int number, string page) => $"{Map(pathway, number)}/{page}";

    /// <param name="kind">stages, entries, steps, choices, exits or moves.</param>
    /// <param name="element">Null to add one.</param>
    public static string Form(Guid pathway, int number, string kind, Guid? element = null, Guid? stage = null, Guid? from = null) =>
        $"{Map(pathway, number)}/{kind}" + (element is null ? "" : $"/{element}") + (stage is null ? "" : $"?stage={stage}") + (from is null ? "" : $"?from={from}");

    public static string Consensus(Guid pathway) => $"{Details(pathway)}/consensus";

    public static string Benefits(Guid pathway) => $"{Details(pathway)}/benefits";

    public static string Benefit(Guid pathway, Guid benefit) => $"{Benefits(pathway)}/{benefit}";

    public static string Packages(Guid pathway) => $"{Details(pathway)}/packages";

    public static string Package(Guid pathway, Guid package) => $"{Packages(pathway)}/{package}";

    public static string Experience(Guid pathway) => $"{Details(pathway)}/experience";

    public static string Session(Guid pathway, Guid session) => $"{Experience(pathway)}/{session}";

    /// <param name="part">Comments on one element; null for all.</param>
    public static string Comments(Guid pathway, int number, Guid? part = null) => $"{Map(pathway, number)}/comments" + (part is null ? "" : $"?part={part}");

    public static string Comment(Guid pathway, int number, Guid discussion) => $"{Map(pathway, number)}/comments/{discussion}";

    public static string Import(Guid pathway) => $"{Details(pathway)}/import";

    public static string Check(Guid pathway, Guid upload) => $"{Import(pathway)}/{upload}";

    /// <summary>The picture, to be drawn on; for a script, with <c>?handler=Scene</c>, all that it draws.</summary>
    public static string Draw(Guid pathway, int number) => $"{Map(pathway, number)}/draw";

    /// <param name="part">capacity, cost, people, who, evidence.</param>
    public static string Part(Guid pathway, int number, Guid step, string part) => $"{Map(pathway, number)}/steps/{step}/{part}";

    /// <summary>All parts of a step that have pages of their own, with their names.</summary>
    public static IEnumerable<(string Url, string Name)> Parts(Guid pathway, int number, Guid step) =>
        new[] { ("who", "Who"), ("capacity", "Capacity"), ("cost", "Cost"), ("people", "People"), ("evidence", "Evidence"), ("leaflet", "Leaflet") }
            .Select(part => (Part(pathway, number, step, part.Item1), part.Item2));

    public static string Remove(Guid pathway, int number, Guid element) => $"{Map(pathway, number)}/remove/{element}";
}
