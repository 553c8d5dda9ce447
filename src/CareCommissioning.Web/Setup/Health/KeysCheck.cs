using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareCommissioning.Web.Setup.Health;

/// <summary>Whether this node reads the data-protection keys of the installation. With another master key than its neighbours it would quietly make keys that only it can read.</summary>
/// <remarks>The oldest key in use counts: who cannot read it is the stranger, and one stranger does not make the others unready.</remarks>
public sealed class KeysCheck(IDataProtectionProvider protection, IKeyManager keys, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var now = clock.GetUtcNow();
            if (keys.GetAllKeys().Where(key => !key.IsRevoked && now < key.ExpirationDate).MinBy(key => key.CreationDate) is { } oldest)
            {
                oldest.CreateEncryptor();
            }
            else
            {
                // Makes the first key of a new installation.
                protection.CreateProtector("CareCommissioning.Health").Protect([1]);
            }

            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (CryptographicException failure)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("the master key does not open them", failure));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("cannot be read", failure));
        }
    }
}
