using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Components.Words;

namespace CareCommissioning.Web.Access;

/// <summary>What is written to people about their accounts. Nothing in it can be clicked but a link the person asked for or was promised.</summary>
public sealed class AccountEmails(TimeProvider clock, EmailText text)
{
    public OutboxEmail Invitation(Invitation invitation, string organisation, SecretKey key) => To(
        invitation.Email,
        "Your invitation to CareCommissioning",
        $"""
        You are invited to use CareCommissioning for {EmailText.OneLine(organisation)}, as {Domain.Access.AccessTable.Roles[invitation.Role].Name}.

        Open this link to choose your password. It works once, until {Moment(invitation.ExpiresAt)}:

        {text.Link(SignInLinks.AcceptInvitation(key.Text))}

        If you did not expect this, you need do nothing.
        """);

    public OutboxEmail ResetLink(Account account, string token) => To(
        account.Credentials.Email,
        "Choose a new password",
        $"""
        Somebody, we hope you, asked for a new password for your CareCommissioning account.

        Open this link to choose one. It works once, for one hour:

        {text.Link(SignInLinks.ResetPassword(token))}

        If it was not you, do nothing: your password stays as it is.
        """);

    public OutboxEmail PasswordChanged(Account account) => Notice(account, "Your password was changed", "The password of your CareCommissioning account was changed");

    public OutboxEmail TwoStepOn(Account account) => Notice(account, "Two-step verification is on", "Two-step verification was set up on your CareCommissioning account");

    public OutboxEmail TwoStepOff(Account account) => Notice(account, "Two-step verification is off", "Two-step verification was taken off your CareCommissioning account");

    public OutboxEmail NewRecoveryCodes(Account account) => Notice(account, "You have new recovery codes", "New recovery codes were made for your CareCommissioning account; the old ones no longer work");

    public OutboxEmail RecoveryCodeUsed(Account account) => Notice(account, "A recovery code was used", $"Somebody signed in to your CareCommissioning account with a recovery code ({account.Credentials.RecoveryCodes.Count} left)");

    public OutboxEmail Locked(string email) => To(
        email,
        "Your account was locked for a while",
        $"""
        On {Moment(clock.GetUtcNow())} a wrong password or code was given for your CareCommissioning account {Credentials.MostFailures} times.
        It is locked for {Credentials.LockLasts.TotalMinutes:0} minutes and then opens by itself.

        If this was not you, tell the person who approves accounts in your organisation.
        """);

    private OutboxEmail Notice(Account account, string subject, string what) => To(
        account.Credentials.Email,
        subject,
        $"""
        {what} on {Moment(clock.GetUtcNow())}.

        If this was not you, tell the person who approves accounts in your organisation at once.
        """);

    private OutboxEmail To(string address, string subject, string body)
    {
        var now = clock.GetUtcNow();
        return new OutboxEmail(Guid.CreateVersion7(now), address, subject, body, now);
    }

    private static string Moment(DateTimeOffset at) => at.InWords();
}
