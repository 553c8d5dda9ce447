using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Accounts;

/// <summary>What proves that somebody is who they say: address, password, authenticator. Kept apart from the account, which colleagues may see.</summary>
/// <remarks>The public setters are for the sign-in framework's store.</remarks>
public sealed class Credentials
{
    /// <summary>Wrong passwords or codes in a row before the account is locked (ASVS V6.3.1).</summary>
    public const int MostFailures = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(15);

    /// <summary>How long a request to take two-step verification off waits for its second approver.</summary>
    public static readonly TimeSpan ResetStands = TimeSpan.FromDays(1);

    private readonly List<RecoveryCode> _recoveryCodes = [];

    internal Credentials(Guid accountId, string email) =>
        (AccountId, Email, NormalizedEmail) = (accountId, email, email.ToUpperInvariant());

    private Credentials()
    {
    }

    public Guid AccountId { get; private set; }

    public string Email { get; set; } = "";

    public string NormalizedEmail { get; set; } = "";

    public string? PasswordHash { get; set; }

    /// <summary>Changes with every credential, and with it every link sent before.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Failed sign-ins since the last that succeeded.</summary>
    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool TwoStepEnabled { get; set; }

    /// <summary>Key of the authenticator app, protected; never in the clear.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The last 30-second step whose code was used: a code serves once.</summary>
    public long LastAuthenticatorStep { get; private set; }

    /// <summary>Who asked for two-step verification to be taken off; a second approver confirms (ASVS V6.4.4).</summary>
    public Guid? TwoStepResetAskedBy { get; private set; }

    /// <summary>When it was asked; after <see cref="ResetStands"/> it must be asked anew.</summary>
    public DateTimeOffset? TwoStepResetAskedAt { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Hashes of the codes that stand in for the authenticator app, each once.</summary>
    public IReadOnlyList<RecoveryCode> RecoveryCodes => _recoveryCodes;

    public bool IsLockedAt(DateTimeOffset now) => now < LockedUntil;

    /// <summary>Counts a wrong password or code; one too many locks the account for <see cref="LockLasts"/>.</summary>
    public void FailSignIn(DateTimeOffset at)
    {
        FailedSignIns++;
        if (FailedSignIns >= MostFailures)
        {
            (FailedSignIns, LockedUntil) = (0, at + LockLasts);
        }
    }

    /// <summary>Ends a lock-out before its time, or forgets failures once the person has got in.</summary>
    public void Unlock() => (FailedSignIns, LockedUntil) = (0, null);

    /// <summary>First of two approvers asks that two-step verification be taken off, for somebody who lost phone and codes.</summary>
    public Outcome AskForTwoStepReset(Actor by, DateTimeOffset at)
    {
        if (by.AccountId == AccountId)
        {
            return AccountRefusals.NotForYourself;
        }

        if (!TwoStepEnabled)
        {
            return AccountRefusals.TwoStepNotOn;
        }

        (TwoStepResetAskedBy, TwoStepResetAskedAt) = (by.AccountId, at);
        return Outcome.Done;
    }

    /// <summary>A second approver confirms; the person sets two-step verification up anew at the next sign-in.</summary>
    public Outcome ConfirmTwoStepReset(Actor by, DateTimeOffset at)
    {
        if (by.AccountId == AccountId)
        {
            return AccountRefusals.NotForYourself;
        }

        if (ResetAskedBy(at) is not { } first || first == by.AccountId)
        {
            return AccountRefusals.SecondApproverNeeded;
        }

        TurnTwoStepOff();
        return Outcome.Done;
    }

    /// <summary>Who asked, while the request stands; null when nobody did, or too long ago.</summary>
    public Guid? ResetAskedBy(DateTimeOffset now) => now < TwoStepResetAskedAt + ResetStands ? TwoStepResetAskedBy : null;

    /// <summary>Forgets the authenticator and the recovery codes.</summary>
    public void TurnTwoStepOff()
    {
        (TwoStepEnabled, AuthenticatorKey, TwoStepResetAskedBy, TwoStepResetAskedAt) = (false, null, null, null);
        _recoveryCodes.Clear();
    }

    /// <summary>A new authenticator proved itself with the code of <paramref name="step"/>, which is spent; codes of the old one are gone.</summary>
    public void StartAuthenticator(long step)
    {
        LastAuthenticatorStep = step;
        _recoveryCodes.Clear();
    }

    /// <summary>Spends an authenticator code's time step. False when that step, or a later one, was spent before.</summary>
    public bool SpendAuthenticatorStep(long step)
    {
        if (step <= LastAuthenticatorStep)
        {
            return false;
        }

        LastAuthenticatorStep = step;
        return true;
    }

    /// <summary>Replaces all recovery codes.</summary>
    /// <param name="hashes">Slow, salted hash of each code, never the code (ASVS V6.5.2).</param>
    public void ReplaceRecoveryCodes(IEnumerable<byte[]> hashes)
    {
        _recoveryCodes.Clear();
        _recoveryCodes.AddRange(hashes.Select(hash => new RecoveryCode(AccountId, hash)));
    }

    /// <summary>Spends a recovery code. False when there is no such code, or no more.</summary>
    public bool SpendRecoveryCode(byte[] hash)
    {
        var code = _recoveryCodes.Find(c => c.Hash.AsSpan().SequenceEqual(hash));
        return code is not null && _recoveryCodes.Remove(code);
    }
}

/// <summary>One code that stands in for the authenticator app, once; only its hash is kept.</summary>
public sealed class RecoveryCode
{
    internal RecoveryCode(Guid accountId, byte[] hash) => (AccountId, Hash) = (accountId, hash);

    private RecoveryCode()
    {
    }

    public Guid AccountId { get; private set; }

    public byte[] Hash { get; private set; } = [];
}
