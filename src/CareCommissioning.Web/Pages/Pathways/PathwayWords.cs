using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Domain.Pathways.Readiness;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>Pathways in words.</summary>
public static class PathwayWords
{
    public static string Name(this Setting setting) => MapWords.Of(setting);

    public static string Name(this CareComponent component) => component == CareComponent.SelfManagement ? "Self-management" : component.ToString();

    public static string Name(this OpeningHours hours) => hours switch
    {
        OpeningHours.OfficeHours => "Office hours",
        OpeningHours.ExtendedHours => "Evenings or weekends too",
        _ => "Day and night, every day",
    };

    public static string Name(this CapacityUnit unit) => unit switch
    {
        CapacityUnit.Beds => "Beds",
        CapacityUnit.Caseload => "People at a time",
        _ => "Appointments a week",
    };

    public static string Name(this StayDistribution distribution) => distribution switch
    {
        StayDistribution.Exponential => "Many short, a few long (exponential)",
        StayDistribution.Lognormal => "A few very long (lognormal)",
        _ => "Always the same",
    };

    public static string Name(this CostBasis basis) => $"A {basis.ToString().ToLowerInvariant()}";

    public static string Name(this EvidenceType type) => type switch
    {
        EvidenceType.Guideline => "National guideline",
        EvidenceType.SystematicReview => "Systematic review",
        EvidenceType.Trial => "Trial",
        EvidenceType.Observational => "Observational study",
        EvidenceType.LocalEvaluation => "Local evaluation",
        EvidenceType.ExpertOpinion => "Expert opinion",
        _ => "Lived experience",
    };

    public static string Name(this Outlook outlook) => outlook == Outlook.Current ? "As it is" : "As it shall be";

    public static string Name(this VersionState state) => state switch
    {
        VersionState.InConsultation => "In consultation",
        VersionState.AwaitingAgreement => "Awaiting agreement",
        _ => state.ToString(),
    };

    /// <summary>"Version 2, as it shall be".</summary>
    public static string VersionName(int number, Outlook outlook) => $"Version {number}, {outlook.Name().ToLowerInvariant()}";

    /// <summary>An element as a sentence names it: its name, or for a move both ends.</summary>
    public static string NameOf(this PathwayMap map, MapElement element) => element switch
    {
        Stage stage => stage.Name,
        MapNode node => node.Name,
        Move move => $"{map.Node(move.From)?.Name} to {map.Node(move.To)?.Name}",
        _ => "",
    };

    /// <summary>What kind of thing it is, within a sentence.</summary>
    public static string KindOf(MapElement element) => element switch
    {
        Stage => "stage",
        Move => "move",
        MapNode node => node.Kind.ToLowerInvariant(),
        _ => "",
    };

    /// <summary>The part of the address under which elements of this kind are changed.</summary>
    public static string Segment(MapElement element) => element switch
    {
        Stage => "stages",
        Entry => "entries",
        Step => "steps",
        ChoicePoint => "choices",
        Exit => "exits",
        _ => "moves",
    };

    /// <summary>What stops a version from being agreed, as a mark at each box that is to be mended.</summary>
    public static IReadOnlyDictionary<Guid, string> ErrorMarks(this IEnumerable<Finding> findings) => findings.Where(finding => finding is { Severity: Severity.Error, Element: not null })
        .GroupBy(finding => finding.Element!.Value).ToDictionary(group => group.Key, group => $"{group.Count()} to mend");

    /// <summary>"70 %", "12.5 %", or that nobody has said.</summary>
    public static string Percent(this decimal? share, string otherwise = "share not said") => share is { } value ? $"{value:0.##} %" : otherwise;

    public static IEnumerable<SelectListItem> Choices<T>(Func<T, string> name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => new SelectListItem(name(value), value.ToString()));

    public static IReadOnlyList<SelectListItem> Choices(IEnumerable<Stage> stages) => [.. stages.Select(stage => new SelectListItem(stage.Name, stage.Id.ToString()))];

    /// <summary>Boxes to choose from, with the stage each stands in.</summary>
    public static IReadOnlyList<SelectListItem> Choices(PathwayMap map, IEnumerable<MapNode> nodes) =>
        [.. from stage in map.Stages from node in nodes where node.StageId == stage.Id select new SelectListItem($"{node.Name} ({stage.Name})", node.Id.ToString())];
}
