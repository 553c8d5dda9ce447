using System.Security.Cryptography;
using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Persistence.Keys;
using Npgsql;
using Shouldly;

namespace CareCommissioning.Testing.Databases;

/// <summary>The product's own database for one test class: migrated, with row security, reached as the application reaches it.</summary>
public sealed class CareTestDatabase : IAsyncDisposable
{
    private static readonly string AppPassword = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private static readonly string OwnerPassword = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private static readonly Lazy<string> DemonstrationHash = new(() => PasswordHashing.Hash(DemoSeeder.SignInWord));

    /// <summary>Under which the identities of every test database are sealed.</summary>
    public static MasterKey MasterKey { get; } = new(SHA256.HashData("The master key of the tests"u8));

    private static readonly TemplateDatabase Empty = new(MigrateAsync);
    private static readonly TemplateDatabase Demonstration = new(async database =>
    {
        await MigrateAsync(database);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString(DatabaseRoles.App, AppPassword));
        await using var db = CareDatabase.OpenAs(Acting(Actor.System), source);
        (await DemoSeeder.SeedAsync(db, DemonstrationHash.Value, new IdentityVault(MasterKey), TimeProvider.System.GetUtcNow())).ShouldBeTrue();
    });

    private readonly TestDatabase _database;

    private CareTestDatabase(TestDatabase database)
    {
        _database = database;
        App = NpgsqlDataSource.Create(AppConnection);
    }

    /// <summary>Connections of the application's login.</summary>
    public NpgsqlDataSource App { get; }

    public string AppConnection => _database.ConnectionString(DatabaseRoles.App, AppPassword);

    public string OwnerConnection => _database.ConnectionString(DatabaseRoles.Owner, OwnerPassword);

    /// <summary>A connection that sees and may do everything, for arranging and for looking behind the scenes.</summary>
    public string SuperuserConnection => _database.ConnectionString();

    /// <summary>With the kinds of organisation and nothing else.</summary>
    public static async Task<CareTestDatabase> EmptyAsync() => new(await Empty.CopyAsync());

    /// <summary>With the demonstration: two partnerships, so that another organisation's data is always there.</summary>
    public static async Task<CareTestDatabase> DemonstrationAsync() => new(await Demonstration.CopyAsync());

    /// <summary>The database as <paramref name="actor"/> sees it.</summary>
    /// <param name="address">Network address from which they come.</param>
    public CareDbContext As(Actor actor, string? address = null) => CareDatabase.OpenAs(Acting(actor, address), App);

    /// <summary>Runs SQL as the superuser, past every policy.</summary>
    public async Task<T?> BehindTheScenesAsync<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        var result = await command.ExecuteScalarAsync();
        return result is null or DBNull ? default : (T)result;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static CurrentActor Acting(Actor actor, string? address = null)
    {
        var current = new CurrentActor();
        current.Become(actor);
        current.ComesFrom("Test", "", address);
        return current;
    }

    private static async Task MigrateAsync(TestDatabase database)
    {
        await DatabaseSetup.CreateAsync(database.ConnectionString(), database.Name, OwnerPassword, AppPassword);
        await TestDatabase.ExecuteAsync($"ALTER DATABASE {database.Name} OWNER TO {DatabaseRoles.Owner}");
        await DatabaseSetup.MigrateAsync(database.ConnectionString(DatabaseRoles.Owner, OwnerPassword));
        NpgsqlConnection.ClearAllPools();
    }
}
