using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Details;

/// <summary>One box in the outline.</summary>
/// <param name="Organisations">Names of those the map speaks of.</param>
public sealed record NodeView(OpenMap Open, MapNode Node, IReadOnlyDictionary<Guid, string> Organisations)
{
    /// <summary>What the box says of itself, as name and words; only what was said.</summary>
    public IEnumerable<(string Key, string Words)> Facts => Node switch
    {
        Entry entry => Said(("People a week", entry.PerWeek?.ToString("0.##"))),
        Step step => Said(
            ("Where", step.Setting?.Name()),
            ("Made of", step.Components.Count == 0 ? null : string.Join(", ", step.Components.Select(c => c.Name()))),
            ("Open", step.Hours?.Name()),
            ("Accountable", step.Accountable is { } accountable ? Organisations.GetValueOrDefault(accountable, "An organisation that is no longer here") : null),
            ("Capacity", step.Capacity is { } capacity && step.CapacityUnit is { } unit ? $"{capacity:0.##} {unit.Name().ToLowerInvariant()}" : null),
            ("Mean time here", step.StayDays is { } days ? $"{days:0.##} days" : null),
            ("Cost", step.UnitCost is { } cost && step.CostBasis is { } basis ? $"£{cost:N2} {basis.Name().ToLowerInvariant()}" : null),
            ("Evidence", step.Evidence.Count == 0 ? null : string.Join("; ", step.Evidence.Select(e => e.Citation)))),
        ChoicePoint choice => Said(("Who decides", choice.WhoDecides), ("On what grounds", choice.Criteria), ("Told first", choice.InformationGiven), ("Only one option because", choice.Exception)),
        _ => [],
    };

    /// <summary>Parts of a step that have forms of their own, as link and name.</summary>
    public IEnumerable<(string Url, string Name)> Parts => Node is Step ? PathwayLinks.Parts(Open.PathwayId, Open.Number, Node.Id) : [];

    private static IEnumerable<(string Key, string Words)> Said(params (string Key, string? Words)[] facts) =>
        from fact in facts where fact.Words is not null select (fact.Key, fact.Words!);
}
