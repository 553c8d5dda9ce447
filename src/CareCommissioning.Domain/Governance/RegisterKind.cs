using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;

namespace CareCommissioning.Domain.Governance;

/// <summary>What is typed into a field of a register.</summary>
public enum FieldType
{
    /// <summary>Words on one line.</summary>
    Line,

    /// <summary>Words on several lines.</summary>
    Text,

    /// <summary>A whole number, 0 or more.</summary>
    Count,
}

/// <summary>A field that the entries of one register have and others have not.</summary>
/// <param name="Key">How it is stored; never changes.</param>
/// <param name="IsRequired">An entry is not saved without it.</param>
public sealed record RegisterField(string Key, string Label, FieldType Type, string? Hint = null, bool IsRequired = false);

/// <summary>Without what an entry does not come into a state.</summary>
public enum StateNeeds
{
    Nothing,

    /// <summary>A tie to a change that came about since the entry was found.</summary>
    DeliveredChange,

    /// <summary>A decision in words.</summary>
    Decision,
}

/// <summary>A state that ends an entry.</summary>
/// <param name="Code">How it is stored; never changes.</param>
/// <param name="Name">"Closed: a change was delivered".</param>
/// <param name="Act">What the button says.</param>
public sealed record ClosedState(string Code, string Name, string Act, StateNeeds Needs);

/// <summary>
/// A register of one kind, declared: what its entries are called, their fields and states, who keeps them, what they are tied to. A new kind is
/// another declaration in <see cref="RegisterKinds"/>, not another table or page.
/// </summary>
/// <param name="Code">In addresses and in the database; never changes.</param>
/// <param name="Register">What the whole is called: "Gaps in provision".</param>
/// <param name="Entry">What one entry is called: "gap".</param>
/// <param name="Lead">What it is for, in a sentence.</param>
public sealed record RegisterKind(string Code, string Register, string Entry, string Lead)
{
    /// <summary>Who writes, changes and closes its entries.</summary>
    public required Permission Keep { get; init; }

    /// <summary>What an entry says in short.</summary>
    public required string TitleLabel { get; init; }

    public required string TitleHint { get; init; }

    /// <summary>By what the list is narrowed beside the locality: "Client group".</summary>
    public required string CategoryLabel { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<RegisterField> Fields { get; init; }

    /// <summary>Beside the open state, which every register has.</summary>
    public required IReadOnlyList<ClosedState> Closed { get; init; }

    /// <summary>To what its entries are tied.</summary>
    public required IReadOnlyList<LinkEnd> TiesTo { get; init; }

    /// <summary>What its ties are called: "Linked changes".</summary>
    public required string TieLabel { get; init; }

    /// <summary>On how many open entries each person may put a vote; 0 where nothing is voted on.</summary>
    public int VotesEach { get; init; }

    public ClosedState? StateOf(string code) => Closed.FirstOrDefault(state => state.Code == code);

    public string StateName(string code) => StateOf(code)?.Name ?? "Open";
}
