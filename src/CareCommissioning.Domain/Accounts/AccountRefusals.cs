using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Accounts;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class AccountRefusals
{
    public static readonly Refusal InvitationUsed =
        new("invitation-used", "This invitation has been used already. Sign in, or ask your approver for a new one");

    public static readonly Refusal InvitationEnded =
        new("invitation-ended", "This invitation has ended. Ask your approver for a new one");

    public static readonly Refusal NotForYourself =
        new("not-for-yourself", "You cannot change your own role, dates or access. Ask another approver");

    public static readonly Refusal AdministratorsAlone =
        new("administrators-alone", "Only a system administrator makes somebody a system administrator, or changes the account of one");

    public static readonly Refusal EndDateNeeded =
        new("end-date-needed", "Enter the date the account ends: this role is for a limited time");

    public static readonly Refusal EndsBeforeItStarts =
        new("ends-before-it-starts", "Enter an end date after the start date");

    public static readonly Refusal AlreadyDisabled =
        new("already-disabled", "The account is switched off already");

    public static readonly Refusal NotDisabled =
        new("not-disabled", "The account is not switched off");

    public static readonly Refusal TwoStepNotOn =
        new("two-step-not-on", "Two-step verification is not on for this account");

    public static readonly Refusal SecondApproverNeeded =
        new("second-approver-needed", "Another approver must confirm this: you asked for it yourself");

    public static Refusal RoleDoesNotFit(Role role, string organisationKind) =>
        new("role-does-not-fit", $"{role.Describe().Name} is not a role people have at a {organisationKind}");
}
