namespace CareCommissioning.Domain.Common;

/// <summary>Half-open run of days: <see cref="From"/> counts, <see cref="To"/> does not. No <see cref="To"/> means it goes on.</summary>
public readonly record struct Period
{
    /// <param name="from">First day.</param>
    /// <param name="to">First day after the last; null while open.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public Period(DateOnly from, DateOnly? to = null)
    {
        if (to <= from)
        {
            throw new ArgumentException("A period ends after it starts.", nameof(to));
        }

        From = from;
        To = to;
    }

    public DateOnly From { get; }

    public DateOnly? To { get; }

    /// <summary>True when <paramref name="day"/> falls inside.</summary>
    public bool Contains(DateOnly day) => From <= day && (To is null || day < To);
}
