using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Partnerships;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class PartnershipRefusals
{
    public static readonly Refusal SucceedsItself =
        new("succeeds-itself", "Choose another one: nothing can be its own successor");

    public static readonly Refusal AlreadyClosed =
        new("already-closed", "This has already been closed");

    public static readonly Refusal SuccessorAlreadyNamed =
        new("successor-named", "A successor has already been named");

    public static readonly Refusal AlreadyServes =
        new("already-serves", "The organisation already serves this partnership");

    public static readonly Refusal ServesNoPartnership =
        new("serves-none", "An organisation serves at least one partnership: close the organisation instead");

    public static readonly Refusal MemberOfItself =
        new("member-of-itself", "Choose another organisation: nothing is a member of itself");

    public static Refusal KindClosesBeforeItOpens(DateOnly opened) =>
        new("kind-closes-early", $"The kind began on {opened:d MMMM yyyy}: enter a later date");

    public static Refusal ClosesBeforeItOpens(DateOnly opened) =>
        new("closes-early", $"The organisation opened on {opened:d MMMM yyyy}: enter a later date");

    public static Refusal NameBeginsTooEarly(DateOnly current) =>
        new("name-too-early", $"The name in use began on {current:d MMMM yyyy}: enter a later date");

    public static Refusal KindDidNotExist(string kind, DateOnly on) =>
        new("kind-did-not-exist", $"{kind} is not a kind of organisation on {on:d MMMM yyyy}");
}
