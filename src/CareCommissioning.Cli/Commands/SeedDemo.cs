using System.CommandLine;
using System.Diagnostics;
using CareCommissioning.Domain.Common;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Persistence.Identities;
using Npgsql;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>seed-demo</c>: fills an empty database with the demonstration.</summary>
internal static class SeedDemo
{
    // Two partnerships' worth of the NHS numbers that are never issued.
    private const int MostPlacements = 3_000_000;

    public static Command Command()
    {
        var command = new Command("seed-demo", "Fill an empty database with the demonstration; its accounts have a public password");
        var placements = new Option<int>("--placements") { Description = "Add so many placements beside, for load tests" };
        placements.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > MostPlacements)
            {
                result.AddError($"--placements is between 0 and {MostPlacements:N0}");
            }
        });
        command.Options.Add(placements);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            var hash = PasswordHashing.Hash(DemoSeeder.SignInWord);
            var vault = new IdentityVault(OperatorsDatabase.ReadMasterKey(parsed));
            var seeded = await database.AsSystemAsync("seed-demo", db => DemoSeeder.SeedAsync(db, hash, vault, TimeProvider.System.GetUtcNow(), cancel));
            Console.WriteLine(seeded ? "The demonstration is ready" : "There is a partnership already: nothing was changed");
            if (parsed.GetValue(placements) is not (> 0 and var count))
            {
                return seeded ? ExitCodes.Done : ExitCodes.Refused;
            }

            await using var owner = NpgsqlDataSource.Create(database.Owner);
            var watch = Stopwatch.StartNew();
            await LoadSeeder.AddAsync(owner, vault, count, London.DayOf(TimeProvider.System.GetUtcNow()), Console.Error.WriteLine, cancel);
            Console.WriteLine($"{count:N0} placements added in {watch.Elapsed.TotalSeconds:0.0} s");
            return ExitCodes.Done;
        });
        return command;
    }
}
