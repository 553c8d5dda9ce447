using System.Security.Cryptography;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Access;

/// <summary>
/// Holds passwords and codes against what is stored. Each check is a transaction of its own, so that a failure counts although the page is shown
/// again, and has the row of the account's credentials locked, so that two nodes count together and accept a code once.
/// </summary>
public sealed class CredentialCheck(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Checked when nobody has the address, so that the answer takes as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => PasswordHashing.Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    private static readonly PasswordHashing Hasher = new();

    /// <summary>Signs somebody in by address and password; what is still to do (the second step, for one) the session knows.</summary>
    /// <returns>The key for the cookie. Null when refused, and nothing says why: wrong address, wrong password, locked, ended.</returns>
    public async Task<SecretKey?> SignInAsync(string email, string password, HttpContext context, CancellationToken cancel)
    {
        await using var scope = Scope(context);
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();
        var address = email.Normalize().ToUpperInvariant();
        var known = await db.Set<Credentials>().AsNoTracking().Where(c => c.NormalizedEmail == address)
            .Select(c => new { c.AccountId, c.PasswordHash }).SingleOrDefaultAsync(cancel);
        var answer = Hasher.VerifyHashedPassword(null!, known?.PasswordHash ?? NobodysHash.Value, password);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var credentials = await LockAsync(db, known?.AccountId ?? Guid.Empty, cancel);
        if (credentials is null)
        {
            await NobodyFailsAsync(db, cancel);
            await db.RecordAsync(AccountEvents.SignInFailed, null, new { }, cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }

        var now = clock.GetUtcNow();
        var account = await db.Accounts.SingleAsync(a => a.Id == credentials.AccountId, cancel);
        var locked = credentials.IsLockedAt(now);
        if (locked || known?.PasswordHash is null || known.PasswordHash != credentials.PasswordHash || answer == PasswordVerificationResult.Failed || !account.IsActiveOn(clock.Today()))
        {
            if (!locked && answer == PasswordVerificationResult.Failed)
            {
                Count(db, scope, credentials, now);
            }

            await db.SaveChangesAsync(cancel);
            await db.RecordAsync(AccountEvents.SignInFailed, account.Id, new { locked = credentials.IsLockedAt(now) }, cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }

        if (answer == PasswordVerificationResult.SuccessRehashNeeded)
        {
            credentials.PasswordHash = PasswordHashing.Hash(password);
        }

        // With a second step to come nothing is forgotten yet, or its guesses could be counted anew with each password.
        if (!credentials.TwoStepEnabled)
        {
            credentials.Unlock();
            account.SignedIn(now);
        }

        var key = await scope.ServiceProvider.GetRequiredService<Sessions>().StartAsync(account, context, cancel);
        await db.SaveChangesAsync(cancel);
        await (credentials.TwoStepEnabled
            ? db.RecordAsync(AccountEvents.PasswordAccepted, account.Id, new { two_step = false }, cancel)
            : db.RecordSignedInAsync(account, new { two_step = false }, cancel));
        await transaction.CommitAsync(cancel);
        return key;
    }

    /// <summary>Passes the second step with a code of the authenticator app or a recovery code.</summary>
    /// <param name="sessionId">The session that has only the password so far.</param>
    /// <returns>The session's new key; null when the code is wrong, was used before, or the account is locked.</returns>
    public async Task<SecretKey?> PassTwoStepAsync(Guid sessionId, string code, HttpContext context, CancellationToken cancel)
    {
        await using var scope = Scope(context);
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();
        var session = await db.Sessions.SingleAsync(s => s.Id == sessionId, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var credentials = await LockAsync(db, session.AccountId, cancel);
        var account = await db.Accounts.SingleAsync(a => a.Id == session.AccountId, cancel);
        var now = clock.GetUtcNow();
        var recovery = RecoveryCodes.LooksLikeOne(code);
        if (credentials!.IsLockedAt(now) || !await SpendAsync(scope, account, code, recovery, cancel))
        {
            if (!credentials.IsLockedAt(now))
            {
                Count(db, scope, credentials, now);
            }

            await db.SaveChangesAsync(cancel);
            await db.RecordAsync(AccountEvents.TwoStepFailed, account.Id, new { locked = credentials.IsLockedAt(now) }, cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }

        credentials.Unlock();
        account.SignedIn(now);
        if (recovery)
        {
            db.OutboxEmails.Add(scope.ServiceProvider.GetRequiredService<AccountEmails>().RecoveryCodeUsed(account));
        }

        var key = SecretKey.New();
        session.PassTwoStep(key.Hash, now);
        await db.SaveChangesAsync(cancel);
        await db.RecordSignedInAsync(account, new { two_step = true, recovery_code = recovery }, cancel);
        await transaction.CommitAsync(cancel);
        return key;
    }

    /// <summary>Asks somebody who is signed in for their password once more. A wrong one counts as a failed sign-in.</summary>
    public async Task<bool> ConfirmAsync(SessionState state, string password, HttpContext context, CancellationToken cancel)
    {
        await using var scope = Scope(context);
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var credentials = await LockAsync(db, state.Actor.AccountId!.Value, cancel);
        var now = clock.GetUtcNow();
        var right = !credentials!.IsLockedAt(now)
            && credentials.PasswordHash is { } hash
            && Hasher.VerifyHashedPassword(null!, hash, password) != PasswordVerificationResult.Failed;
        if (right)
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == state.Id, cancel);
            session.Confirm(now);
        }
        else if (!credentials.IsLockedAt(now))
        {
            Count(db, scope, credentials, now);
        }

        await db.SaveChangesAsync(cancel);
        if (!right)
        {
            await db.RecordAsync(AccountEvents.SignInFailed, credentials.AccountId, new { locked = credentials.IsLockedAt(now), signed_in = true }, cancel);
        }

        await transaction.CommitAsync(cancel);
        return right;
    }

    /// <summary>A scope that acts as somebody signing in, whoever the request's actor is, and logs the request's own page.</summary>
    private AsyncServiceScope Scope(HttpContext context)
    {
        var scope = scopes.CreateAsyncScope();
        var request = context.RequestServices.GetRequiredService<CurrentActor>();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ComesFrom(request.Page, request.RequestId, request.Address);
        return scope;
    }

    private static async Task<Credentials?> LockAsync(CareDbContext db, Guid accountId, CancellationToken cancel)
    {
        var found = await db.Set<Credentials>().FromSql($"select c.*, c.xmin from care.credentials c where c.account_id = {accountId} for update").ToListAsync(cancel);
        return found.SingleOrDefault();
    }

    // The same statement as a failure that counts, on nobody's row.
    private static Task<int> NobodyFailsAsync(CareDbContext db, CancellationToken cancel) =>
        db.Set<Credentials>().Where(c => c.AccountId == Guid.Empty).ExecuteUpdateAsync(set => set.SetProperty(c => c.FailedSignIns, 1), cancel);

    private static void Count(CareDbContext db, AsyncServiceScope scope, Credentials credentials, DateTimeOffset now)
    {
        credentials.FailSignIn(now);
        if (credentials.IsLockedAt(now))
        {
            db.OutboxEmails.Add(scope.ServiceProvider.GetRequiredService<AccountEmails>().Locked(credentials.Email));
        }
    }

    private async Task<bool> SpendAsync(AsyncServiceScope scope, Account account, string code, bool recovery, CancellationToken cancel)
    {
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (recovery)
        {
            await db.Entry(account.Credentials).Collection(c => c.RecoveryCodes).LoadAsync(cancel);
            return account.Credentials.SpendRecoveryCode(RecoveryCodes.HashOf(account.Id, code));
        }

        var typed = new string([.. code.Where(char.IsAsciiDigit)]);
        return await users.GetAuthenticatorKeyAsync(account) is { } key
            && Authenticator.StepOfCode(key, typed, clock.GetUtcNow()) is { } step
            && account.Credentials.SpendAuthenticatorStep(step);
    }
}
