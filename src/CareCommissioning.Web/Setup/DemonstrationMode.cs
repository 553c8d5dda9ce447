using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Persistence.Identities;

namespace CareCommissioning.Web.Setup;

/// <summary>Whether this installation demonstrates the product: invented data, accounts shown on the sign-in page. Never in production.</summary>
/// <param name="IsOn">Configuration <c>Demonstration</c>.</param>
public sealed record DemonstrationMode(bool IsOn)
{
    /// <exception cref="InvalidOperationException">Asked for in production.</exception>
    public static DemonstrationMode From(IConfiguration configuration, IHostEnvironment environment)
    {
        var isOn = configuration.GetValue<bool>("Demonstration");
        return isOn && environment.IsProduction()
            ? throw new InvalidOperationException("Demonstration is for trying the product: its accounts have a public password. Switch it off in production.")
            : new DemonstrationMode(isOn);
    }

    /// <summary>Fills an empty database with the demonstration.</summary>
    public async Task SeedAsync(IServiceProvider services, Action<string> progress)
    {
        if (!IsOn)
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Become(Actor.System);
        current.ComesFrom("Demonstration", "");
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await DemoSeeder.SeedAsync(db, PasswordHashing.Hash(DemoSeeder.SignInWord), scope.ServiceProvider.GetRequiredService<IdentityVault>(), now))
        {
            progress("Demonstration: two partnerships with their organisations, teams, accounts, services and placements are ready");
        }
    }
}
