using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Measures;

/// <summary>Which way is better.</summary>
public enum Better
{
    More,
    Less,
}

/// <summary>What is counted, how, and by whom it is owned.</summary>
/// <param name="Unit">As it stands behind a value: "people", "% of discharges", "days".</param>
/// <param name="Counted">What is counted, and out of what.</param>
/// <param name="Source">Where the values come from.</param>
/// <param name="OwnerId">The account that answers for it; null while nobody does.</param>
/// <param name="CoOwnerId">The account that answers for it with the owner, as a council's for the NHS's; null where it is one's alone.</param>
public sealed record MeasureDefinition(string Name, string Unit, string? Counted, Better Better, string? Source, Guid? OwnerId, Guid? CoOwnerId = null);

/// <summary>A value on a day.</summary>
public sealed record DatedValue(decimal Value, DateOnly On);

/// <summary>Something that is counted again and again and should move from a baseline to a target. It knows nothing of what it is used for: benefits, and later contracts and outcomes.</summary>
public sealed class Measure
{
    public const int MaxNameLength = 120;
    public const int MaxUnitLength = 60;
    public const int MaxTextLength = 2000;

    private readonly List<Observation> _observations = [];

    public Measure(Guid id, Guid partnershipId)
    {
        (Id, PartnershipId) = (id, partnershipId);
    }

    private Measure()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public string Name { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string? Counted { get; private set; }

    public Better Better { get; private set; }

    public string? Source { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? CoOwnerId { get; private set; }

    public decimal? BaselineValue { get; private set; }

    public DateOnly? BaselineOn { get; private set; }

    public decimal? TargetValue { get; private set; }

    public DateOnly? TargetOn { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Every value ever written down, in the order in which it was; the last one for a day counts.</summary>
    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>The values that count, by day.</summary>
    public IReadOnlyList<Observation> Values => [.. _observations.GroupBy(value => value.On).Select(day => day.MaxBy(value => value.Number)!).OrderBy(value => value.On)];

    /// <summary>The latest value; null while there is none.</summary>
    public Observation? Latest => Values is [.., var last] ? last : null;

    /// <summary>Whether it says all that is needed to tell whether it was reached: baseline, target, owner (S0-040).</summary>
    public bool IsComplete => BaselineValue is not null && BaselineOn is not null && TargetValue is not null && TargetOn is not null && OwnerId is not null;

    /// <summary>Says what is counted, from where, and to where.</summary>
    public Outcome Describe(MeasureDefinition it, DatedValue? baseline, DatedValue? target)
    {
        if (baseline is not null && target is not null)
        {
            if (it.Better == Better.More ? target.Value <= baseline.Value : target.Value >= baseline.Value)
            {
                return MeasureRefusals.TargetIsNoBetter;
            }

            if (target.On <= baseline.On)
            {
                return MeasureRefusals.TargetBeforeBaseline;
            }
        }

        (Name, Unit, Counted, Better, Source, OwnerId, CoOwnerId) = (it.Name, it.Unit, it.Counted, it.Better, it.Source, it.OwnerId, it.CoOwnerId);
        (BaselineValue, BaselineOn, TargetValue, TargetOn) = (baseline?.Value, baseline?.On, target?.Value, target?.On);
        return Outcome.Done;
    }

    /// <summary>Writes a value down; another one for the same day takes its place, and both stay to be read.</summary>
    public Outcome Observe(DatedValue value, string? note, Actor by, DateOnly today, DateTimeOffset at)
    {
        if (value.On > today)
        {
            return MeasureRefusals.NotYet;
        }

        _observations.Add(new Observation(this, _observations.Count + 1, value, note, by, at));
        return Outcome.Done;
    }

    /// <summary>Part of the way from baseline to target that a value has gone: (value − baseline) ÷ (target − baseline). 0 at the baseline, 1 at the target, below 0 where it got worse (S0-040).</summary>
    /// <returns>Null while baseline or target is not said.</returns>
    public decimal? Realised(decimal value) => BaselineValue is { } from && TargetValue is { } to ? (value - from) / (to - from) : null;

    /// <summary>Whether the target's day has passed and it is not reached.</summary>
    public bool IsLate(DateOnly today) => TargetOn < today && !(Latest is { } latest && Realised(latest.Value) >= 1);
}

/// <summary>A value that somebody wrote down. It is never changed.</summary>
public sealed class Observation
{
    public const int MaxNoteLength = 1000;

    internal Observation(Measure measure, int number, DatedValue value, string? note, Actor by, DateTimeOffset at)
    {
        (MeasureId, PartnershipId, Number, On, Value, At) = (measure.Id, measure.PartnershipId, number, value.On, value.Value, at);
        (By, ByName) = (by.AccountId, by.Name);
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
    }

    private Observation()
    {
    }

    public Guid MeasureId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public int Number { get; private set; }

    public DateOnly On { get; private set; }

    public decimal Value { get; private set; }

    public string? Note { get; private set; }

    public Guid? By { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class MeasureRefusals
{
    public static readonly Refusal TargetIsNoBetter = new("target-no-better", "The target must be better than the baseline: more where more is better, less where less is");

    public static readonly Refusal TargetBeforeBaseline = new("target-before-baseline", "The target’s date must be after the baseline’s");

    public static readonly Refusal NotYet = new("not-yet", "The date must not be in the future");
}
