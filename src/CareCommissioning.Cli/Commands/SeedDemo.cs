using System.CommandLine;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Persistence.Identities;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>seed-demo</c>: fills an empty database with the demonstration.</summary>
internal static class SeedDemo
{
    public static Command Command()
    {
        var command = new Command("seed-demo", "Fill an empty database with the demonstration; its accounts have a public password");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            var hash = PasswordHashing.Hash(DemoSeeder.SignInWord);
            var vault = new IdentityVault(OperatorsDatabase.ReadMasterKey(parsed));
            var seeded = await database.AsSystemAsync("seed-demo", db => DemoSeeder.SeedAsync(db, hash, vault, TimeProvider.System.GetUtcNow(), cancel));
            Console.WriteLine(seeded ? "The demonstration is ready" : "There is a partnership already: nothing was changed");
            return seeded ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }
}
