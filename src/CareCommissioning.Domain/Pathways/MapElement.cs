using System.Text.Json.Serialization;

namespace CareCommissioning.Domain.Pathways;

/// <summary>Anything on a map that has a name of its own for links, comments and changes.</summary>
public abstract record MapElement
{
    public required Guid Id { get; init; }
}

/// <summary>A column of the map: a part of the way that people recognise, such as "First contact" (read left to right).</summary>
public sealed record Stage : MapElement
{
    public required string Name { get; init; }

    /// <summary>Boxes from top to bottom as somebody put them by hand; null while nobody did. Boxes it does not name find a place among them, and what has left the stage is passed over.</summary>
    public IReadOnlyList<Guid>? ByHand { get; init; }
}

/// <summary>Something that stands in a stage: an entry, a step, a choice point or an exit. Moves lead from one to another.</summary>
public abstract record MapNode : MapElement
{
    public required Guid StageId { get; init; }

    /// <summary>As it stands in its box: a service's name, a choice point's question, an exit's outcome.</summary>
    public required string Name { get; init; }

    /// <summary>In plain language, for people who use it and colleagues elsewhere (S0-023).</summary>
    public string? Description { get; init; }

    /// <summary>What a box of this kind is called.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }
}

/// <summary>Where people come from, and how many of them.</summary>
public sealed record Entry : MapNode
{
    [JsonIgnore]
    public override string Kind => "Entry";

    /// <summary>People a week, 0 or more; null while nobody has counted.</summary>
    public decimal? PerWeek { get; init; }
}

/// <summary>A decision about which way somebody goes: who takes it, with what information, on what grounds (S0-043). Its options are the moves that lead from it.</summary>
public sealed record ChoicePoint : MapNode
{
    [JsonIgnore]
    public override string Kind => "Choice point";

    public string? WhoDecides { get; init; }

    public string? Criteria { get; init; }

    /// <summary>What the person is told or given before they choose (S2-060).</summary>
    public string? InformationGiven { get; init; }

    /// <summary>Why there is only one real option, where that is so (S2-029).</summary>
    public string? Exception { get; init; }
}

/// <summary>How people leave the pathway.</summary>
public sealed record Exit : MapNode
{
    [JsonIgnore]
    public override string Kind => "Exit";

    /// <summary>The pathway that goes on from here, if one does.</summary>
    public Guid? ContinuesIn { get; init; }
}

/// <summary>That people go from one box to another.</summary>
public sealed record Move : MapElement
{
    public required Guid From { get; init; }

    public required Guid To { get; init; }

    /// <summary>Share of those who leave <see cref="From"/>, in per cent, 0 to 100; null while nobody has said.</summary>
    public decimal? Share { get; init; }

    /// <summary>Who goes this way; at a choice point, what the option is called.</summary>
    public string? Criteria { get; init; }

    /// <summary>Longest wait that is accepted, in days (S2-037).</summary>
    public int? WaitingStandardDays { get; init; }

    /// <summary>Share of people seen within the standard, in per cent.</summary>
    public decimal? WithinStandard { get; init; }

    /// <summary>What is handed over and by whom; filled in where another organisation takes over (S2-004).</summary>
    public string? HandOff { get; init; }

    /// <summary>Whether people tell their story again on arrival.</summary>
    public bool AssessesAgain { get; init; }

    /// <summary>What must be sent along: discharge summary, care plan (S2-059).</summary>
    public string? Information { get; init; }

    /// <summary>By when, in days after the move.</summary>
    public int? InformationWithinDays { get; init; }

    /// <summary>Share sent in time, in per cent.</summary>
    public decimal? InformationTimely { get; init; }

    /// <summary>The organisation that is paid more when somebody goes this way.</summary>
    public Guid? GainsIncome { get; init; }

    public Guid? LosesIncome { get; init; }

    /// <summary>At a choice point: people who took the option in the last year (S2-030).</summary>
    public int? Uptake { get; init; }

    /// <summary>At a choice point: the organisations that a person may choose between.</summary>
    public IReadOnlyList<Guid> Providers { get; init; } = [];
}
