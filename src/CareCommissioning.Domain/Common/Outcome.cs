namespace CareCommissioning.Domain.Common;

/// <summary>Why a rule said no, in the sentence the user will read.</summary>
/// <param name="Code">Stable name of the rule, for tests and logs; never shown.</param>
/// <param name="Message">Plain English: what is wrong and what to do.</param>
public sealed record Refusal(string Code, string Message);

/// <summary>Result of a change a user may be refused: done, or a named <see cref="Refusal"/>.</summary>
public readonly record struct Outcome
{
    /// <summary>The change was made.</summary>
    public static readonly Outcome Done;

    private Outcome(Refusal refusal) => Refusal = refusal;

    /// <summary>Null when the change was made.</summary>
    public Refusal? Refusal { get; }

    public bool Succeeded => Refusal is null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>Result of making something: the thing, or a named <see cref="Refusal"/>.</summary>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>Null when refused.</summary>
    public T? Value { get; }

    /// <summary>Null when made.</summary>
    public Refusal? Refusal { get; }

    public bool Succeeded => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
