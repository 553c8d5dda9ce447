using System.Net;
using CareCommissioning.LocalPostgres;
using CareCommissioning.Testing.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace CareCommissioning.Testing.Web;

/// <summary>The web application as it ships, on a database of its own. Several may share one database: web nodes.</summary>
public sealed class CareHost : WebApplicationFactory<Program>
{
    private readonly CareTestDatabase _database;
    private readonly string _dataFolder;
    private readonly bool _ownsDataFolder;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;

    /// <param name="database">Disposed of by whoever made it.</param>
    /// <param name="clock">The real one when null.</param>
    /// <param name="settings">Configuration that differs from that of tests.</param>
    /// <param name="dataFolder">Shared by nodes of one installation; its own when null.</param>
    /// <param name="services">What listens in, such as a provider of log lines.</param>
    public CareHost(
        CareTestDatabase database,
        TimeProvider? clock = null,
        IReadOnlyDictionary<string, string>? settings = null,
        string? dataFolder = null,
        Action<IServiceCollection>? services = null)
    {
        _services = services;
        _database = database;
        Clock = clock ?? TimeProvider.System;
        _settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal);
        _ownsDataFolder = dataFolder is null;
        _dataFolder = dataFolder ?? Directory.CreateTempSubdirectory("care-host-").FullName;
        var secrets = Directory.CreateDirectory(EmbeddedDatabase.SecretsFolder(_dataFolder)).FullName;
        File.WriteAllText(Path.Combine(secrets, "master-key"), Convert.ToHexStringLower(CareTestDatabase.MasterKey.Bytes));
        ClientOptions.BaseAddress = Address;
    }

    /// <summary>Not this machine's name, so that what is for one's own machine only does not apply.</summary>
    public static Uri Address { get; } = new("https://care.example");

    public TimeProvider Clock { get; }

    public CareTestDatabase Database => _database;

    public string DataFolder => _dataFolder;

    /// <summary>What it wrote to its log. When the host goes, nothing in it may tell who anybody is.</summary>
    public HostLog Log { get; } = new();

    /// <summary>A browser that has not signed in.</summary>
    /// <param name="cookies">Those of a browser that a proxy sends now to this node, now to another; its own when null.</param>
    public SignedInClient Browse(CookieContainer? cookies = null)
    {
        cookies ??= new CookieContainer();
        return new SignedInClient(CreateDefaultClient(Address, new CookieContainerHandler(cookies)), cookies);
    }

    /// <summary>A browser signed in as a demonstration account, such as <c>pct@liverpool</c>.</summary>
    public Task<SignedInClient> SignInAsync(string who) => Browse().SignInAsync($"{who}.demo.example");

    /// <summary>Opens a port on this machine, for a real browser. Before anything else is asked of the host.</summary>
    /// <returns>Where it listens.</returns>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(a => a.StartsWith("http:", StringComparison.Ordinal));
        return new Uri($"http://127.0.0.1:{new Uri(address).Port}");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDataFolder)
        {
            Directory.Delete(_dataFolder, recursive: true);
        }

        Log.Telling().ShouldBeEmpty();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Outside Development the front end's files would be looked for where `publish` puts them.
        builder.UseStaticWebAssets();

        // Neither Development, whose conveniences must not pass a test, nor Production, which refuses the demonstration.
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:Care", _database.AppConnection);
        builder.UseSetting("DataFolder", _dataFolder);
        builder.UseSetting("PublicUrl", Address.ToString());
        builder.UseSetting("Demonstration", "true");
        builder.UseSetting("Accounts:SignInsPerMinute", "100000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Shutdown:DrainSeconds", "0");

        // The server of tests has no limit of its own for pages that take files, and says so at each request.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Mvc.Filters.RequestSizeLimitFilter", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Error");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton(Clock);
            services.AddSingleton<ILoggerProvider>(Log);
            _services?.Invoke(services);
        });
    }
}

/// <summary>A host with the demonstration, shared by the tests of one class that do not disturb each other.</summary>
/// <remarks>xUnit 2 disposes of a fixture as <see cref="IAsyncLifetime"/>, and overlooks <see cref="IAsyncDisposable"/>.</remarks>
public sealed class DemonstrationHost : IAsyncLifetime
{
    private readonly Lazy<Task<CareHost>> _host = new(async () => new CareHost(await CareTestDatabase.DemonstrationAsync()));
    private readonly Dictionary<string, Task<SignedInClient>> _signedIn = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public Task<CareHost> HostAsync() => _host.Value;

    /// <summary>A browser signed in as <paramref name="who"/>, the same for the whole class: signing in is slow on purpose.</summary>
    public Task<SignedInClient> AsAsync(string who)
    {
        lock (_lock)
        {
            if (!_signedIn.TryGetValue(who, out var client))
            {
                client = MakeAsync();
                _signedIn.Add(who, client);
            }

            return client;
        }

        async Task<SignedInClient> MakeAsync() => await (await _host.Value).SignInAsync(who);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_host.IsValueCreated)
        {
            var host = await _host.Value;
            await host.DisposeAsync();
            await host.Database.DisposeAsync();
        }
    }
}
