using System.Text.Json;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Access;

/// <summary>Names of what happens at the door, as they stand in the audit log.</summary>
public static class AccountEvents
{
    public const string SignedIn = "signed_in";
    public const string SignInFailed = "sign_in_failed";
    public const string PasswordAccepted = "password_accepted";
    public const string TwoStepFailed = "two_step_failed";
    public const string SignedOut = "signed_out";
    public const string SignedOutElsewhere = "signed_out_elsewhere";
    public const string SessionsEnded = "sessions_ended";
    public const string PasswordForgotten = "password_forgotten";

    /// <summary>Records that somebody has got in. From here on, in this transaction, the line's author is that person and no longer nobody.</summary>
    public static async Task RecordSignedInAsync(this CareDbContext db, Account account, object details, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             select set_config('app.actor', {account.Id.ToString()}, true), set_config('app.actor_name', {account.DisplayName}, true),
                    set_config('app.actor_role', {account.Role.ToString()}, true), set_config('app.organisation', {account.OrganisationId.ToString()}, true)
             """,
            cancel);
        await db.RecordAsync(SignedIn, account.Id, details, cancel);
    }

    /// <summary>Adds a line to the log of the account's partnership; to the platform's when no account is known. What was typed is never in it.</summary>
    /// <remarks>Takes the chain's lock until the transaction ends: call it last.</remarks>
    public static Task RecordAsync(this CareDbContext db, string action, Guid? accountId, object details, CancellationToken cancel)
    {
        var id = accountId?.ToString() ?? "unknown";
        var about = JsonSerializer.Serialize(accountId is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["account_id"] = id });
        return db.Database.ExecuteSqlAsync($"select app.record_event({action}, 'accounts', {id}, {JsonSerializer.Serialize(details)}::jsonb, {about}::jsonb)", cancel);
    }
}
