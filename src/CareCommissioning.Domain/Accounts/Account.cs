using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;

namespace CareCommissioning.Domain.Accounts;

/// <summary>A person who may sign in: one organisation, one role, from a day until, perhaps, another day.</summary>
/// <remarks>It is made by accepting an invitation and in no other way. What proves who they are is apart, in <see cref="Credentials"/>.</remarks>
public sealed class Account
{
    public const int MaxEmailLength = 254;
    public const int MaxNameLength = 120;

    /// <param name="startsOn">First day on which it may be used.</param>
    /// <param name="endsOn">First day on which it may no longer be used; null while open-ended.</param>
    public Account(Guid id, string email, string displayName, Guid organisationId, Role role, bool isApprover, DateOnly startsOn, DateOnly? endsOn)
    {
        (Id, DisplayName, OrganisationId, Role, IsApprover, StartsOn, EndsOn) = (id, displayName, organisationId, role, isApprover, startsOn, endsOn);
        Credentials = new Credentials(id, email);
    }

    private Account()
    {
    }

    public Guid Id { get; private set; }

    public string DisplayName { get; private set; } = "";

    public Guid OrganisationId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>Gives accounts to colleagues of the same organisation (C11).</summary>
    public bool IsApprover { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>First day on which the account may no longer be used.</summary>
    public DateOnly? EndsOn { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Which wording of the acceptable-use rules was accepted; null before the first time (C46).</summary>
    public string? AcceptedUseVersion { get; private set; }

    public DateTimeOffset? AcceptedUseAt { get; private set; }

    public DateTimeOffset? LastSignedInAt { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Null unless loaded: only the person, their approver and signing in may read it.</summary>
    public Credentials Credentials { get; private set; } = null!;

    /// <summary>Whether the account may be used on <paramref name="day"/>: begun, not ended, not switched off.</summary>
    public bool IsActiveOn(DateOnly day) => DisabledAt is null && StartsOn <= day && (EndsOn is null || day < EndsOn);

    /// <summary>A role given at an organisation that does such work, with an end date where the role is for a limited time.</summary>
    public static Outcome CheckTerms(Role role, OrganisationKind kind, DateOnly startsOn, DateOnly? endsOn)
    {
        var description = role.Describe();
        if (!description.WorksFor.Contains(kind.Function))
        {
            return AccountRefusals.RoleDoesNotFit(role, kind.Name);
        }

        if (description.IsTimeLimited && endsOn is null)
        {
            return AccountRefusals.EndDateNeeded;
        }

        return endsOn <= startsOn ? AccountRefusals.EndsBeforeItStarts : Outcome.Done;
    }

    /// <summary>Whether somebody may give, change or take away a role: an administrator is made by administrators only.</summary>
    /// <param name="by">Null for the operator's command line.</param>
    public static bool MayGive(Role role, Actor? by) =>
        role != Role.SystemAdministrator || by is null or { Kind: ActorKind.System } || by.May(Permission.ManageAccounts);

    /// <summary>Changes role, approver's right and dates; never by the person themselves.</summary>
    public Outcome ChangeTerms(Role role, bool isApprover, OrganisationKind kind, DateOnly startsOn, DateOnly? endsOn, Actor by)
    {
        if (by.AccountId == Id)
        {
            return AccountRefusals.NotForYourself;
        }

        if (!(MayGive(role, by) && MayGive(Role, by)))
        {
            return AccountRefusals.AdministratorsAlone;
        }

        var check = CheckTerms(role, kind, startsOn, endsOn);
        if (check.Succeeded)
        {
            (Role, IsApprover, StartsOn, EndsOn) = (role, isApprover, startsOn, endsOn);
        }

        return check;
    }

    public void Rename(string displayName) => DisplayName = displayName;

    /// <summary>Switches the account off at once; its sessions end with it.</summary>
    public Outcome Disable(Actor by, DateTimeOffset at)
    {
        if (by.AccountId == Id)
        {
            return AccountRefusals.NotForYourself;
        }

        if (!MayGive(Role, by))
        {
            return AccountRefusals.AdministratorsAlone;
        }

        if (DisabledAt is not null)
        {
            return AccountRefusals.AlreadyDisabled;
        }

        DisabledAt = at;
        return Outcome.Done;
    }

    public Outcome Enable(Actor by)
    {
        if (by.AccountId == Id)
        {
            return AccountRefusals.NotForYourself;
        }

        if (!MayGive(Role, by))
        {
            return AccountRefusals.AdministratorsAlone;
        }

        if (DisabledAt is null)
        {
            return AccountRefusals.NotDisabled;
        }

        DisabledAt = null;
        return Outcome.Done;
    }

    public void AcceptUse(string version, DateTimeOffset at) => (AcceptedUseVersion, AcceptedUseAt) = (version, at);

    public void SignedIn(DateTimeOffset at) => LastSignedInAt = at;
}
