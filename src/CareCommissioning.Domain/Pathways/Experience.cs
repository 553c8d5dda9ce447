namespace CareCommissioning.Domain.Pathways;

/// <summary>What somebody's words are about.</summary>
public enum ExperienceTheme
{
    GettingIn,
    Waiting,
    BeingHeard,
    Information,
    SamePeople,
    Crisis,
    Family,
    HomeAndWork,
}

/// <summary>
/// Service users walk through a pathway together and tell what happens to people on it (S0-047). Nobody is named; figures of fewer than <see cref="FewPeople"/> people
/// are not shown.
/// </summary>
public sealed class ExperienceSession
{
    public const int MaxNameLength = 120;
    public const int MostTouchpoints = 60;

    /// <summary>Below this many people nothing is shown of them (rules E18).</summary>
    public const int FewPeople = 5;

    private readonly List<Touchpoint> _touchpoints = [];

    /// <param name="people">How many took part; 1 or more.</param>
    public ExperienceSession(Guid id, Pathway pathway, DateOnly heldOn, string? place, string facilitator, int people, string byName, DateTimeOffset at)
    {
        (Id, PartnershipId, PathwayId) = (id, pathway.PartnershipId, pathway.Id);
        (HeldOn, Place, Facilitator, People, ByName, At) = (heldOn, place, facilitator, people, byName, at);
    }

    private ExperienceSession()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid PathwayId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string? Place { get; private set; }

    /// <summary>The person or group that led it.</summary>
    public string Facilitator { get; private set; } = "";

    public int People { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public uint Version { get; private set; }

    /// <summary>In the order of the walk.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints => _touchpoints;

    /// <summary>Adds what happened next on the walk.</summary>
    /// <returns>Null when the session has as many as it can.</returns>
    public Touchpoint? Add(Step? step, TouchpointWords words)
    {
        if (_touchpoints.Count >= MostTouchpoints)
        {
            return null;
        }

        var touchpoint = new Touchpoint(this, _touchpoints.Select(it => it.Number).DefaultIfEmpty().Max() + 1, step, words);
        _touchpoints.Add(touchpoint);
        return touchpoint;
    }

    /// <summary>Takes one off again.</summary>
    public void Remove(int number) => _touchpoints.RemoveAll(touchpoint => touchpoint.Number == number);
}

/// <summary>What was told of one point of the way.</summary>
/// <param name="Difficulty">1 easy to 5 a nightmare.</param>
/// <param name="DelayDays">Days of waiting before it; null where nobody waited or said.</param>
public sealed record TouchpointWords(string WhatHappened, int Difficulty, int? DelayDays, bool HandedOver, bool ToldAgain, string? WouldHelp, ExperienceTheme Theme);

/// <summary>One point of the way, as people told it.</summary>
public sealed class Touchpoint
{
    public const int MaxTextLength = 2000;
    public const int Hardest = 5;

    internal Touchpoint(ExperienceSession session, int number, Step? step, TouchpointWords words)
    {
        (SessionId, PartnershipId, Number, StepId, StepName) = (session.Id, session.PartnershipId, number, step?.Id, step?.Name);
        (WhatHappened, Difficulty, DelayDays, HandedOver, ToldAgain, WouldHelp, Theme) = (words.WhatHappened, words.Difficulty, words.DelayDays, words.HandedOver, words.ToldAgain, words.WouldHelp, words.Theme);
    }

    private Touchpoint()
    {
    }

    public Guid SessionId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public int Number { get; private set; }

    /// <summary>The step of the map; null between the steps.</summary>
    public Guid? StepId { get; private set; }

    public string? StepName { get; private set; }

    public string WhatHappened { get; private set; } = "";

    public int Difficulty { get; private set; }

    public int? DelayDays { get; private set; }

    public bool HandedOver { get; private set; }

    public bool ToldAgain { get; private set; }

    public string? WouldHelp { get; private set; }

    public ExperienceTheme Theme { get; private set; }
}

/// <summary>What people told of one step, over all sessions.</summary>
/// <param name="Step">Null between the steps.</param>
/// <param name="People">How many took part in the sessions that told of it.</param>
/// <param name="Difficulty">Mean, 1 to 5, each session counting by its people.</param>
/// <param name="DelayDays">Mean of those told; null where none was.</param>
public sealed record StepExperience(Guid? Step, string Name, int People, decimal Difficulty, decimal? DelayDays, int HandOffs, int ToldAgain)
{
    /// <summary>Whether so few took part that nothing of it is shown.</summary>
    public bool IsFew => People < ExperienceSession.FewPeople;
}

/// <summary>The experience of a pathway: how hard each step is, and how hard the whole is to find one's way through (S0-047, S0-048).</summary>
/// <param name="Steps">In the order of the map; what is no longer on it, and what lies between the steps, at the end.</param>
/// <param name="HandOffs">For each walk.</param>
/// <param name="ToldAgain">For each walk.</param>
public sealed record PathwayExperience(IReadOnlyList<StepExperience> Steps, int Sessions, int People, decimal? Difficulty, decimal? HandOffs, decimal? ToldAgain)
{
    /// <summary>100 ÷ (1 + hand-offs + times told again), as for the map, from what people told. The formula is ours.</summary>
    public decimal? Navigability => HandOffs is { } handOffs && ToldAgain is { } again ? 100 / (1 + handOffs + again) : null;

    public static PathwayExperience Of(IReadOnlyList<ExperienceSession> sessions, PathwayMap map)
    {
        var order = map.Stages.SelectMany(stage => map.Steps.Where(step => step.StageId == stage.Id)).Select((step, i) => (step.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var told = sessions.SelectMany(session => session.Touchpoints.Select(touchpoint => (Session: session, It: touchpoint))).ToList();
        var steps = told.GroupBy(pair => pair.It.StepId).Select(group => new StepExperience(
                group.Key,
                map.Steps.FirstOrDefault(step => step.Id == group.Key)?.Name ?? group.Last().It.StepName ?? "Between the steps",
                group.Select(pair => pair.Session).Distinct().Sum(session => session.People),
                Mean(group.Select(pair => ((decimal)pair.It.Difficulty, pair.Session.People))),
                group.Any(pair => pair.It.DelayDays is not null) ? Mean(group.Where(pair => pair.It.DelayDays is not null).Select(pair => ((decimal)pair.It.DelayDays!.Value, pair.Session.People))) : null,
                group.Count(pair => pair.It.HandedOver),
                group.Count(pair => pair.It.ToldAgain)))
            .OrderBy(step => step.Step is { } id && order.TryGetValue(id, out var place) ? place : int.MaxValue).ThenBy(step => step.Name, StringComparer.Ordinal);
        var walked = sessions.Count(session => session.Touchpoints.Count > 0);
        return new PathwayExperience(
            [.. steps],
            sessions.Count,
            sessions.Sum(session => session.People),
            told.Count == 0 ? null : Mean(told.Select(pair => ((decimal)pair.It.Difficulty, pair.Session.People))),
            walked == 0 ? null : (decimal)told.Count(pair => pair.It.HandedOver) / walked,
            walked == 0 ? null : (decimal)told.Count(pair => pair.It.ToldAgain) / walked);
    }

    private static decimal Mean(IEnumerable<(decimal Value, int People)> values)
    {
        var counted = values.ToList();
        return counted.Sum(pair => pair.Value * pair.People) / counted.Sum(pair => pair.People);
    }
}
