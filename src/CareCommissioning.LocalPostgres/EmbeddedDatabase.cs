namespace CareCommissioning.LocalPostgres;

/// <summary>The database of an installation that was given none: a private server in the data folder, with the secrets beside it.</summary>
public sealed class EmbeddedDatabase : IAsyncDisposable
{
    /// <summary>Name of the database in the private server.</summary>
    public const string Name = "care";

    private readonly LocalPostgresServer _server;
    private readonly string _secrets;

    private EmbeddedDatabase(LocalPostgresServer server, string secrets) => (_server, _secrets) = (server, secrets);

    /// <summary>Password of the role that owns the tables.</summary>
    public string OwnerPassword => SecretFile.ReadOrMakePassword(Path.Combine(_secrets, "owner"));

    /// <summary>Password of the role the application logs in as.</summary>
    public string AppPassword => SecretFile.ReadOrMakePassword(Path.Combine(_secrets, "app"));

    /// <summary>Connection of the server's superuser, to its maintenance database.</summary>
    public string Superuser => _server.ConnectionString();

    /// <summary>Connection of a role to the product's database.</summary>
    public string Connection(string role, string password) => _server.ConnectionString(Name, role, password);

    /// <summary>Starts the server in <paramref name="dataFolder"/>, or attaches to the one that another process runs there.</summary>
    /// <exception cref="LocalPostgresException">It cannot run; the message says why and what to do.</exception>
    public static async Task<EmbeddedDatabase> StartAsync(string dataFolder, Action<string>? progress = null, CancellationToken cancel = default)
    {
        var options = new LocalPostgresOptions { DataFolder = Path.Combine(dataFolder, "postgres") };
        return new EmbeddedDatabase(await LocalPostgresServer.StartAsync(options, progress, cancel), SecretsFolder(dataFolder));
    }

    /// <summary>Where the secrets of a data folder are.</summary>
    public static string SecretsFolder(string dataFolder) => Path.Combine(dataFolder, "secrets");

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
