using System.CommandLine;
using CareCommissioning.Domain.Access;
using CareCommissioning.LocalPostgres;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using Npgsql;

namespace CareCommissioning.Cli;

/// <summary>The database an operator's command works on: by connection string, or the embedded one of a data folder.</summary>
internal sealed class OperatorsDatabase : IAsyncDisposable
{
    /// <summary>Connection of the tables' owner.</summary>
    public static readonly Option<string?> Connection = new("--connection")
    {
        Description = "PostgreSQL connection string of the owner role",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ConnectionStrings__CareOwner"),
        Recursive = true,
    };

    /// <summary>Folder of the embedded server.</summary>
    public static readonly Option<string> DataFolder = new("--data-folder")
    {
        Description = "Data folder of the embedded database, used when there is no connection string",
        DefaultValueFactory = _ => ".care",
        Recursive = true,
    };

    private readonly EmbeddedDatabase? _embedded;

    private OperatorsDatabase(EmbeddedDatabase? embedded, string owner) => (_embedded, Owner) = (embedded, owner);

    public string Owner { get; }

    public static async Task<OperatorsDatabase> OpenAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(Connection) is { Length: > 0 } given)
        {
            return new OperatorsDatabase(null, given);
        }

        var embedded = await EmbeddedDatabase.StartAsync(Path.GetFullPath(parsed.GetValue(DataFolder)!), Console.Error.WriteLine, cancel);
        await DatabaseSetup.CreateAsync(embedded.Superuser, EmbeddedDatabase.Name, embedded.OwnerPassword, embedded.AppPassword, cancel);
        return new OperatorsDatabase(embedded, embedded.Connection(DatabaseRoles.Owner, embedded.OwnerPassword));
    }

    /// <summary>Does <paramref name="work"/> as the system, in the name of the command.</summary>
    public async Task<T> AsSystemAsync<T>(string command, Func<CareDbContext, Task<T>> work)
    {
        var current = new CurrentActor();
        current.Become(Actor.System);
        current.ComesFrom($"Command line: {command}", "");
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var db = CareDatabase.OpenAs(current, source);
        return await work(db);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
