using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Sites;

/// <summary>The product on a real port, with people who come to it by browser.</summary>
public sealed partial class LiveSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task<string>> _signedIn = new(StringComparer.Ordinal);
    private readonly BrowserFixture _browser;
    private readonly string _emails;

    private LiveSite(BrowserFixture browser, CareHost host, string address, string emails) =>
        (_browser, Host, Address, _emails) = (browser, host, address, emails);

    public CareHost Host { get; }

    /// <summary>Such as <c>http://127.0.0.1:41234</c>.</summary>
    public string Address { get; }

    public CareTestDatabase Database => Host.Database;

    /// <param name="database">Disposed of with the site.</param>
    /// <param name="demonstration">False: as in production, two-step verification is needed and no account is shown.</param>
    public static LiveSite Open(BrowserFixture browser, CareTestDatabase database, TimeProvider? clock = null, bool demonstration = true)
    {
        var emails = Directory.CreateTempSubdirectory("care-emails-").FullName;
        var host = new CareHost(database, clock, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Demonstration"] = demonstration ? "true" : "false",
            ["Email:PickupFolder"] = emails,
        });
        return new LiveSite(browser, host, host.Listen().ToString().TrimEnd('/'), emails);
    }

    /// <summary>Lets somebody do something on the site, as <see cref="BrowserFixture.VisitAsync"/> does.</summary>
    /// <param name="who">A demonstration account, such as <c>admin@liverpool</c>, signed in once and kept; null for somebody who has not signed in.</param>
    public async Task VisitAsync(Device device, string? who, Func<IPage, Task> does, [CallerMemberName] string test = "")
    {
        var state = who is null ? null : await _signedIn.GetOrAdd(who, RememberAsync);
        await _browser.VisitAsync(device, Address, does, state, test);
    }

    /// <summary>The address in the newest e-mail to somebody: a path of this site.</summary>
    public async Task<string> LinkSentToAsync(string email)
    {
        await Host.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);
        var newest = new DirectoryInfo(_emails).EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc)
            .Select(file => Plain(File.ReadAllText(file.FullName)))
            .First(text => text.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase));
        return new Uri(Link().Match(newest).Value).PathAndQuery;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_emails, recursive: true);
    }

    private async Task<string> RememberAsync(string who)
    {
        var state = "";
        await _browser.VisitAsync(Device.Desktop, Address, async page =>
        {
            await page.SignInAsync($"{who}.demo.example", DemoSeeder.SignInWord);
            state = await page.Context.StorageStateAsync();
        });
        return state;
    }

    // Quoted-printable or base64, whichever the sender thought shorter.
    private static string Plain(string email)
    {
        var (head, body) = (email[..email.IndexOf("\r\n\r\n", StringComparison.Ordinal)], email[email.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);
        return head + (head.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Trim()))
            : Quoted().Replace(body.Replace("=\r\n", "", StringComparison.Ordinal), letter => ((char)Convert.ToByte(letter.Groups["code"].Value, 16)).ToString()));
    }

    [GeneratedRegex("=(?<code>[0-9A-F]{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
