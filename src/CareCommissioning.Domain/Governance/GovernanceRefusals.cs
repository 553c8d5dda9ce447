using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Governance;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class GovernanceRefusals
{
    public static readonly Refusal EntryClosed = new("entry-closed", "This is closed: open it again before you change it");

    public static readonly Refusal EntryOpen = new("entry-open", "This is open already");

    public static readonly Refusal NothingDelivered = new(
        "nothing-delivered",
        "It is linked to no change that came about since it was found: link it to an agreed pathway of how it is now, or to a service that has opened, or accept it by a decision");

    public static readonly Refusal DecisionNeeded = new("decision-needed", "Enter what was decided and why");

    public static readonly Refusal ReasonNeeded = new("reason-needed", "Enter why it is opened again");

    public static readonly Refusal NotInTheList = new("not-in-the-list", "Choose from the list");

    public static readonly Refusal NoSuchState = new("no-such-state", "Choose how it ends");

    public static readonly Refusal FoundLater = new("found-later", "The date must be today or in the past");

    public static Refusal NoVotesLeft(int each) => new("no-votes-left", $"You have given all your {each} votes: take one back first");
}
