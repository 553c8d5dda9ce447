using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Access;

/// <summary>
/// How often one e-mail address is sent a link for a forgotten password: nobody's mailbox is filled by a stranger. Addresses count alike whether or not
/// there is an account, and each web node counts for itself.
/// </summary>
public sealed class ResetFlood(IOptions<AccountSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.Value.ResetLinksPerHour, Window = TimeSpan.FromHours(1) }));

    /// <summary>Counts one request; false when there were too many.</summary>
    /// <param name="normalizedEmail">In the form by which accounts are found.</param>
    public bool Allows(string normalizedEmail)
    {
        using var lease = _limiter.AttemptAcquire(normalizedEmail);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
