using System.CommandLine;
using CareCommissioning.Domain.Access;
using CareCommissioning.LocalPostgres;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Keys;
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

    /// <summary>File of the key under which identities are sealed: the same as the web nodes'.</summary>
    public static readonly Option<string?> MasterKeyPath = new("--master-key-file")
    {
        Description = "File of the master key; in the data folder when not given",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MasterKeyFile"),
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

    /// <summary>The master key of the installation, made where there is none yet.</summary>
    /// <exception cref="InvalidOperationException">The file does not hold a key.</exception>
    public static MasterKey ReadMasterKey(ParseResult parsed)
    {
        var path = parsed.GetValue(MasterKeyPath) ?? Path.Combine(EmbeddedDatabase.SecretsFolder(Path.GetFullPath(parsed.GetValue(DataFolder)!)), "master-key");
        return MasterKey.Of(SecretFile.ReadOrMake(path, MasterKey.Length), path);
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
