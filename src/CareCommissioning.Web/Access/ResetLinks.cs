using System.Globalization;
using System.Security.Cryptography;
using CareCommissioning.Domain.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CareCommissioning.Web.Access;

/// <summary>One-time links for a forgotten password. A link dies after an hour, and with any change of what protects the account (its security stamp).</summary>
/// <remarks>Identity's own provider goes by the machine's clock; this one goes by ours.</remarks>
public sealed class ResetLinks(IDataProtectionProvider protection, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    /// <summary>Name under which Identity finds it.</summary>
    public const string Provider = "ResetLinks";

    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("CareCommissioning.ResetLink");

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) =>
        Task.FromResult(_protector.Protect(string.Join('|', Expiry(), user.Id, purpose, user.Credentials.SecurityStamp)));

    /// <summary>True for a link made for this account and purpose, not too old, with nothing changed since.</summary>
    public Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user) =>
        Task.FromResult(Read(token) is [_, var id, var madeFor, var stamp] && id == user.Id.ToString() && madeFor == purpose && stamp == user.Credentials.SecurityStamp);

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);

    /// <summary>Whose link this is; null when it is none of ours or too old.</summary>
    public Guid? AccountOf(string token) => Read(token) is [_, var id, ..] ? Guid.Parse(id) : null;

    private string[]? Read(string token)
    {
        try
        {
            var parts = _protector.Unprotect(token).Split('|');
            return clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(parts[0], CultureInfo.InvariantCulture) ? parts : null;
        }
        catch (Exception notOurs) when (notOurs is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string Expiry() => (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
