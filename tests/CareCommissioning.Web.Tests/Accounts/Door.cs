using System.Net;
using System.Security.Cryptography;
using System.Text;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Accounts;

/// <summary>An installation at whose door people stand: a database, a clock that moves when told, and a web node or two.</summary>
public sealed class Door : IAsyncLifetime
{
    public const string Cookie = "__Host-care-session";

    private readonly List<CareHost> _nodes = [];
    private CareTestDatabase _database = null!;

    /// <summary>Every test class starts on a Monday morning.</summary>
    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public CareTestDatabase Database => _database;

    /// <summary>In the demonstration nobody needs two-step verification.</summary>
    public CareHost Node => _nodes[0];

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.DemonstrationAsync();
        AddNode();
    }

    /// <summary>Another web node of the same installation.</summary>
    public CareHost AddNode(bool demonstration = true)
    {
        var node = new CareHost(
            _database,
            Clock,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration"] = demonstration ? "true" : "false" },
            _nodes.Count > 0 ? _nodes[0].DataFolder : null);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Gives address and password, and whatever step follows is the test's.</summary>
    public static async Task<WebPage> TryAsync(SignedInClient browser, string email, string password = DemoSeeder.SignInWord, string returnUrl = "/account")
    {
        var page = await browser.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        return await page.Form().With("Form.Email", email).With("Form.Password", password).SendAsync();
    }

    /// <summary>Signs in through the rules of use.</summary>
    public async Task<SignedInClient> InAsync(string email, string password = DemoSeeder.SignInWord, CareHost? node = null)
    {
        var browser = (node ?? Node).Browse();
        var page = await TryAsync(browser, email, password);
        if (page.Url.StartsWith("/account/acceptable-use", StringComparison.Ordinal))
        {
            page = await page.Form().With("Form.Accepted", "true").SendAsync();
        }

        page.Url.ShouldBe("/account", page.Text);
        return browser;
    }

    public async Task<Account> AccountAsync(string email)
    {
        await using var db = _database.As(Actor.System);
        return await db.Accounts.AsNoTracking().Include(a => a.Credentials).ThenInclude(c => c.RecoveryCodes).SingleAsync(a => a.Credentials.Email == email);
    }

    /// <summary>Changes an account behind the product's back.</summary>
    public async Task ArrangeAsync(string email, Action<Account> change)
    {
        await using var db = _database.As(Actor.System);
        change(await db.Accounts.Include(a => a.Credentials).ThenInclude(c => c.RecoveryCodes).SingleAsync(a => a.Credentials.Email == email));
        await db.SaveChangesAsync();
    }

    /// <summary>How often an event stands in the log about an account.</summary>
    public Task<long> EventsAsync(string action, Guid? account) =>
        _database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where action = $1 and record_id = $2", action, account?.ToString() ?? "unknown");

    /// <summary>The newest e-mail to an address.</summary>
    public async Task<string?> LastEmailAsync(string to) =>
        await _database.BehindTheScenesAsync<string>("select subject || E'\\n' || body from care.outbox_emails where \"to\" = $1 order by id desc limit 1", to);

    /// <summary>The link in the newest e-mail to an address, as a path.</summary>
    public async Task<string> LinkToAsync(string to) =>
        new Uri((await LastEmailAsync(to))!.Split('\n').Single(line => line.StartsWith("https://", StringComparison.Ordinal)).Trim()).PathAndQuery;

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    /// <summary>What the browser would send as its session now, read from a response.</summary>
    public static string? KeyIn(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.Select(c => c.Split(';')[0].Split('=', 2)).Where(c => c[0] == Cookie).Select(c => c[1]).SingleOrDefault()
            : null;

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static bool IsSignIn(WebPage page) => page.Status == HttpStatusCode.OK && page.Url.StartsWith("/sign-in", StringComparison.Ordinal);
}
