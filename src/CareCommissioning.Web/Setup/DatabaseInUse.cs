using CareCommissioning.LocalPostgres;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using Npgsql;

namespace CareCommissioning.Web.Setup;

/// <summary>
/// The database this process works on: any PostgreSQL (15 or newer) when <c>ConnectionStrings:Care</c> is set, else the embedded one in the data
/// folder, which is made, migrated and started here.
/// </summary>
public sealed class DatabaseInUse : IAsyncDisposable
{
    private readonly EmbeddedDatabase? _embedded;

    private DatabaseInUse(EmbeddedDatabase? embedded, string app)
    {
        _embedded = embedded;

        // A refusal's detail quotes the row, and an error goes to the log. The name is what metrics call the pool instead of its connection string.
        // Policies make a statement's plan dear: one that comes twice on a connection is planned once. PostgreSQL plans it anew where another role asks.
        var connection = new NpgsqlConnectionStringBuilder(app) { IncludeErrorDetail = false, MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };
        Source = new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = "care" }.Build();
    }

    /// <summary>Connections of the application's login, pooled.</summary>
    public NpgsqlDataSource Source { get; }

    /// <exception cref="LocalPostgresException">The embedded server cannot run; the message says what to do.</exception>
    /// <exception cref="InvalidOperationException">Neither a connection string nor a data folder is configured.</exception>
    public static async Task<DatabaseInUse> OpenAsync(IConfiguration configuration, IHostEnvironment environment, Action<string> progress)
    {
        if (configuration.GetConnectionString("Care") is { Length: > 0 } given)
        {
            // In production migrations are the operator's step (`Cli -- migrate`); while developing they are wanted at once.
            if (environment.IsDevelopment() && configuration.GetConnectionString("CareOwner") is { Length: > 0 } givenOwner)
            {
                await MigrateAsync(givenOwner, progress);
            }

            return new DatabaseInUse(null, given);
        }

        var embedded = await EmbeddedDatabase.StartAsync(DataFolder(configuration, environment), progress);
        await DatabaseSetup.CreateAsync(embedded.Superuser, EmbeddedDatabase.Name, embedded.OwnerPassword, embedded.AppPassword);
        await MigrateAsync(embedded.Connection(DatabaseRoles.Owner, embedded.OwnerPassword), progress);
        return new DatabaseInUse(embedded, embedded.Connection(DatabaseRoles.App, embedded.AppPassword));
    }

    /// <summary>Where this installation keeps what is not in the database: keys, e-mails not sent by SMTP, the embedded server.</summary>
    public static string DataFolder(IConfiguration configuration, IHostEnvironment environment) =>
        configuration["DataFolder"] is { Length: > 0 } folder
            ? Path.GetFullPath(folder, environment.ContentRootPath)
            : throw new InvalidOperationException("Set ConnectionStrings__Care to a PostgreSQL database and DataFolder to a folder for keys. See docs/operations.md.");

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }

    private static async Task MigrateAsync(string owner, Action<string> progress)
    {
        foreach (var applied in await DatabaseSetup.MigrateAsync(owner))
        {
            progress($"Database: applied {applied}");
        }
    }
}
