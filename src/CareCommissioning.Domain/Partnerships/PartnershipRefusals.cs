using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Partnerships;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class PartnershipRefusals
{
    public static readonly Refusal SucceedsItself =
        new("succeeds-itself", "Choose another one: nothing can be its own successor");

    public static readonly Refusal AlreadyClosed =
        new("already-closed", "This has already been closed");

    public static readonly Refusal NotClosed =
        new("not-closed", "This is not closed");

    public static readonly Refusal AlreadyServes =
        new("already-serves", "The organisation already serves this partnership");

    public static readonly Refusal AlreadyOffered =
        new("already-offered", "The organisation was already offered to this partnership, which has not answered yet");

    public static readonly Refusal NotOffered =
        new("not-offered", "There is no such offer any more: it was answered or taken back");

    public static readonly Refusal DoesNotServe =
        new("does-not-serve", "The organisation does not serve this partnership");

    public static readonly Refusal ServesNoPartnership =
        new("serves-none", "An organisation serves at least one partnership: close the organisation instead");

    public static readonly Refusal MemberOfItself =
        new("member-of-itself", "Choose another organisation: nothing is a member of itself");

    public static Refusal KindClosesBeforeItOpens(DateOnly opened) =>
        new("kind-closes-early", $"The kind began on {opened:d MMMM yyyy}: enter that day or a later one");

    public static Refusal KindClosesBeforeItTookOver(DateOnly tookOver) =>
        new("kind-closes-before-it-took-over", $"The kind took over from another on {tookOver:d MMMM yyyy}: enter that day or a later one");

    public static Refusal ClosesBeforeItOpens(DateOnly opened) =>
        new("closes-early", $"The organisation opened on {opened:d MMMM yyyy}: enter that day or a later one");

    public static Refusal NameBeginsTooEarly(DateOnly current) =>
        new("name-too-early", $"The name in use began on {current:d MMMM yyyy}: enter a later date");

    public static Refusal KindDidNotExist(string kind, DateOnly on) =>
        new("kind-did-not-exist", $"{kind} is not a kind of organisation on {on:d MMMM yyyy}");

    public static Refusal ClosesBeforeItsName(DateOnly name) =>
        new("closes-before-its-name", $"The name in use began on {name:d MMMM yyyy}: enter that day or a later one");

    public static Refusal ClosesBeforeItTookOver(DateOnly tookOver) =>
        new("closes-before-it-took-over", $"It took over another organisation’s work on {tookOver:d MMMM yyyy}: enter that day or a later one");

    public static Refusal SuccessorNotThere(string successor, DateOnly on) =>
        new("successor-not-there", $"{successor} does not exist on {on:d MMMM yyyy}: choose another successor or another date");

    public static Refusal ConsortiumIsAMember(string consortium) =>
        new("consortium-is-a-member", $"{consortium} is itself a member of another organisation: choose that one instead");

    public static Refusal ServesBeforeItOpens(DateOnly opened) =>
        new("serves-early", $"The organisation opened on {opened:d MMMM yyyy}: enter that date or a later one");

    public static Refusal StopsBeforeItServes(DateOnly began) =>
        new("stops-early", $"It began to serve this partnership on {began:d MMMM yyyy}: enter that day or a later one");
}
