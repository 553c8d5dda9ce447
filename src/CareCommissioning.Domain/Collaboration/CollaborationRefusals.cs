using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Collaboration;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class CollaborationRefusals
{
    public static readonly Refusal NotOpen = new("agreement-not-open", "This is no longer open for signature");

    public static readonly Refusal NotAsked = new("not-asked", "Your organisation was not asked to sign this");

    public static readonly Refusal ReasonNeeded = new("reason-needed", "Enter the reason: it stays in sight beside your position");

    public static readonly Refusal AnsweredAlready = new("answered-already", "This is answered already");

    public static readonly Refusal NothingToPilot = new("nothing-to-pilot", "Only a variation is tried out first: choose another outcome");

    public static readonly Refusal NotYours = new("not-yours", "Only somebody of the organisation that started this can ask again: start a comment of your own");
}
