using CareCommissioning.Persistence.Collaboration;
using CareCommissioning.Persistence.Pathways;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components;
using CareCommissioning.Web.Components.Navigation;
using CareCommissioning.Web.Pages.Governance.Registers;
using CareCommissioning.Web.Pages.Pathways;
using CareCommissioning.Web.Pages.Pathways.Benefits;
using CareCommissioning.Web.Pages.Pathways.Packages;
using CareCommissioning.Web.Pages.Pathways.Versions.Draw;
using CareCommissioning.Web.Submissions;
using Microsoft.AspNetCore.Authorization;

namespace CareCommissioning.Web.Setup;

/// <summary>Razor Pages, and what holds for every one of them.</summary>
public static class Pages
{
    /// <summary>Largest form: text only; upload pages name their own limit.</summary>
    private const int MaxBody = 1024 * 1024;

    private const int MaxFormKeys = 200;

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages().AddComponents().AddMvcOptions(options =>
        {
            options.Filters.Add<OncePerForm>();
            options.Filters.Add<StaleForms>();
            options.Filters.Add<HeaderFilter>();
            options.MaxModelValidationErrors = MaxFormKeys;
        });
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options =>
        {
            options.ValueCountLimit = MaxFormKeys;
            options.ValueLengthLimit = MaxBody;
            options.MultipartBodyLengthLimit = MaxBody;
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBody;
            options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-care-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "__Host-care-notice";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
        });

        // A page without [Requires] or [AllowAnonymous] is refused to everybody: forgetting fails closed.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped<ChangeMap>();
        services.AddScoped<SignAgreement>();
        services.AddScoped<BenefitDesk>();
        services.AddScoped<PackageDesk>();
        services.AddScoped<RegisterDesk>();
        services.AddScoped<MapDesk>();
        services.AddScoped<Scenes>();
        return services;
    }
}
