using System.CommandLine;
using CareCommissioning.Persistence;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>migrate</c>: brings the database up to date, once, however many start it at the same time.</summary>
internal static class Migrate
{
    public static Command Command()
    {
        var command = new Command("migrate", "Bring the database up to date");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            var applied = await DatabaseSetup.MigrateAsync(database.Owner, cancel);
            Console.WriteLine(applied.Count == 0 ? "Nothing to apply" : string.Join('\n', applied.Select(a => $"Applied {a}")));
            return ExitCodes.Done;
        });
        return command;
    }
}
