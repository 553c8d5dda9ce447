using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>Draws a demonstration's map from short lines. Boxes are named by a key, so that the same box has the same id in each version.</summary>
/// <param name="demo">Whose organisations are named.</param>
/// <param name="pathway">Key of the pathway.</param>
internal sealed class DemoMap(DemoPartnership demo, string pathway)
{
    private static readonly DateOnly EvidenceReview = new(2028, 3, 31);

    private PathwayMap _map = PathwayMap.Empty;
    private string _stage = "";

    public PathwayMap Map => _map;

    /// <summary>Starts from another version's map.</summary>
    public DemoMap From(PathwayMap map)
    {
        _map = map;
        return this;
    }

    /// <summary>A stage; what follows stands in it.</summary>
    public DemoMap Stage(string key, string name)
    {
        _stage = key;
        return _map.Find(Id(key)) is null ? Put(new Stage { Id = Id(key), Name = name }) : this;
    }

    public DemoMap Entry(string key, string name, decimal perWeek) => Put(new Entry { Id = Id(key), StageId = Id(_stage), Name = name, PerWeek = perWeek });

    public DemoMap Exit(string key, string name) => Put(new Exit { Id = Id(key), StageId = Id(_stage), Name = name });

    public DemoMap Choice(string key, string question, string decides, string grounds, string told) =>
        Put(new ChoicePoint { Id = Id(key), StageId = Id(_stage), Name = question, WhoDecides = decides, Criteria = grounds, InformationGiven = told });

    /// <param name="organisation">Key of the accountable organisation.</param>
    public DemoMap Step(string key, string name, string organisation, Setting setting, OpeningHours hours, CareComponent[] components, string description) =>
        Put(new Step { Id = Id(key), StageId = Id(_stage), Name = name, Accountable = demo.Id(organisation), Setting = setting, Hours = hours, Components = components, Description = description });

    /// <summary>Capacity, mean days, and an illustrative cost of the step that is named.</summary>
    public DemoMap Costs(string key, CapacityUnit unit, decimal capacity, decimal days, decimal cost, CostBasis basis, decimal nhs, decimal council, decimal? contacts = null) =>
        Put(Find(key) with
        {
            CapacityUnit = unit,
            Capacity = capacity,
            StayDays = days,
            StayDistribution = unit == CapacityUnit.Beds ? StayDistribution.Lognormal : StayDistribution.Exponential,
            StayCv = unit == CapacityUnit.Beds ? 1.2m : null,
            Contacts = contacts,
            UnitCost = cost,
            CostBasis = basis,
            CostSource = "Illustrative figure for the demonstration",
            PriceYear = 2025,
            Payers = new PayerShares(nhs, council, 0, 100 - nhs - council),
        });

    public DemoMap Evidence(string key, string citation, EvidenceType type, EvidenceStrength strength) =>
        Put(Find(key) with { Evidence = [.. Find(key).Evidence, new Evidence(Id($"{key} {citation}"), citation, type, strength, EvidenceReview)] });

    public DemoMap With(string key, Func<Step, Step> change) => Put(change(Find(key)));

    public DemoMap Move(string from, string to, decimal share, string? criteria = null, int? within = null, string? handOff = null, string? information = null, bool again = false) =>
        Put(new Move
        {
            Id = Id($"{from} > {to}"),
            From = Id(from),
            To = Id(to),
            Share = share,
            Criteria = criteria,
            WaitingStandardDays = within,
            HandOff = handOff,
            Information = information,
            InformationWithinDays = information is null ? null : 2,
            AssessesAgain = again,
        });

    public Guid Id(string key) => demo.Id($"{pathway}/{key}");

    private Step Find(string key) => (Step)_map.Find(Id(key))!;

    private DemoMap Put(MapElement element)
    {
        var put = _map.Put(element);
        _map = put.Value ?? throw new InvalidOperationException($"{element}: {put.Refusal!.Message}");
        return this;
    }
}
