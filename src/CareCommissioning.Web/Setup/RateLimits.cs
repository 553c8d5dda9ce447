using System.Threading.RateLimiting;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace CareCommissioning.Web.Setup;

/// <summary>How often one person may ask for what is much work. Counted on each web node by itself: with two nodes the limit is at most twice as high, which is harmless.</summary>
public static class RateLimits
{
    /// <summary>For pages whose every request is much work, such as exports, imports and searches: <c>[EnableRateLimiting(RateLimits.Heavy)]</c>.</summary>
    public const string Heavy = "heavy";

    /// <summary>Requests for all heavy pages together, an account and a minute.</summary>
    private const int HeavyPerMinute = 30;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var permits = configuration.GetValue("HeavyRequestsPerMinute", HeavyPerMinute);
        return services.Configure<RateLimiterOptions>(options => options.AddPolicy(Heavy, context => PerAccount(context, permits)));
    }

    private static RateLimitPartition<Guid> PerAccount(HttpContext context, int permits) =>
        context.Session()?.Actor.AccountId is { } account
            ? RateLimitPartition.GetFixedWindowLimiter(account, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) })

            // Whoever is not signed in is turned away before any work is done.
            : RateLimitPartition.GetNoLimiter(Guid.Empty);
}
