using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Access.Passwords;
using CareCommissioning.Web.Jobs;
using CareCommissioning.Web.Setup;
using CareCommissioning.Web.Setup.Keys;
using CareCommissioning.Web.Submissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Access;

/// <summary>Registers everything about signing in, sessions and accounts.</summary>
public static class AccountsSetup
{
    /// <summary>Rate limit of pages on which passwords or addresses can be tried: per network address, posts only.</summary>
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.Configure<AccountSettings>(configuration.GetSection("Accounts"));
        services.PostConfigure<AccountSettings>(settings => settings.PublicUrl = configuration["PublicUrl"] ?? (environment.IsProduction() ? "" : configuration["urls"]?.Split(';')[0] ?? ""));
        services.AddOptions<AccountSettings>()
            .Validate(settings => Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out _), "Set PublicUrl to the address people type: links in e-mails must not follow the address a request claims. See docs/operations.md.")
            .ValidateOnStart();
        services.Configure<MailSettings>(configuration.GetSection("Email"));
        services.PostConfigure<MailSettings>(mail =>
            mail.PickupFolder ??= environment.IsDevelopment() ? Path.Combine(DatabaseInUse.DataFolder(configuration, environment), "emails") : null);
        services.AddStoredKeys();
        services.AddIdentity();

        services.AddScoped<Sessions>();
        services.AddScoped<CredentialCheck>();
        services.AddScoped<EmailText>();
        services.AddScoped<AccountEmails>();
        services.AddSingleton<HeldPosts>();
        services.AddSingleton<FormOwners>();
        services.AddSingleton<ResetFlood>();
        services.AddAuthentication(Sessions.Scheme).AddScheme<AuthenticationSchemeOptions, SessionHandler>(Sessions.Scheme, null);
        services.AddSingleton<IAuthorizationHandler, OpenWhileHandler>();
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        services.Configure<KeepSettings>(configuration.GetSection("Keep"));
        services.AddSingleton<Purge>();
        services.AddHostedService(provider => provider.GetRequiredService<Purge>());
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
                }

                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignInLimit, PerAddress);
        });
        return services;
    }

    // Our own validator and hasher come first, so that Identity's do not come at all.
    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddScoped<IPasswordValidator<Account>, PasswordPolicy>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHashing>();
        services.AddScoped<ResetLinks>();
        services.AddScoped<AccountStore>();
        services.AddIdentityCore<Account>(options =>
            {
                // An address may hold an apostrophe and letters of any language; it was proved by a link sent to it.
                options.User.AllowedUserNameCharacters = "";
                options.Tokens.PasswordResetTokenProvider = ResetLinks.Provider;
            })
            .AddUserStore<AccountStore>()
            .AddTokenProvider<ResetLinks>(ResetLinks.Provider);
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            // A name of its own: a limiter is made once for each.
            return RateLimitPartition.GetNoLimiter("no post");
        }

        var permits = context.RequestServices.GetRequiredService<IOptions<AccountSettings>>().Value.SignInsPerMinute;
        return RateLimitPartition.GetFixedWindowLimiter(
            Subscriber(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
    }

    // Whoever has an IPv6 address has 2^64 of them: the network counts.
    private static string Subscriber(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
