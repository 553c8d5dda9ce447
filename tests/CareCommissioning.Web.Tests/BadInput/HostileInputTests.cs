using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Tests.Access;
using Xunit.Abstractions;

namespace CareCommissioning.Web.Tests.BadInput;

/// <summary>Every field of every form the application has, found by itself, meets every hostile text.</summary>
[Asvs("V1.1.1", "V1.2.1", "V1.2.2", "V1.2.3", "V1.3.3", "V1.3.5", "V1.4.2", "V2.2.1")]
public sealed class HostileInputTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int TextsOfTheCorpus = 4;

    /// <summary>Pages that are tried beside each other, as people do.</summary>
    private const int AtOnce = 2;

    /// <summary>Leave the session or change how one signs in.</summary>
    private static readonly string[] LeftAlone = ["/sign-out", "/account/password"];

    private CareTestDatabase _database = null!;
    private CareHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.DemonstrationAsync();
        // Every text must reach the page: the rate limit would answer for it.
        _host = new CareHost(_database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["HeavyRequestsPerMinute"] = "100000" });
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("admin@liverpool")]
    [InlineData("coordinator@liverpool")]
    [InlineData("pct@liverpool")]
    [InlineData("provider@liverpool")]
    [InlineData("guardian@liverpool")]
    [InlineData(null)]
    public async Task Every_field_of_every_form_takes_it_or_refuses_it_and_shows_it_as_text(string? who)
    {
        using var client = who is null ? _host.Browse() : await _host.SignInAsync(who);
        var samples = await Samples.LoadAsync(_database, await _database.ActorAsync($"{who ?? "admin@liverpool"}.demo.example"));
        var pages = EndpointList.Listed
            .Where(e => e.Method == "GET" && EndpointList.Listed.Any(p => p.Method == "POST" && p.Route.Split('?')[0] == e.Route) && !LeftAlone.Contains(e.Route))
            .Select(e => e.Record == "-" ? e.Route : MatrixTests.Address(e, samples.Targets(e).Last(t => t.Target is Target.OwnOrganisation or Target.OtherOrganisation).Id));
        var faults = new ConcurrentBag<string>();
        var sent = 0;
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (address, _) =>
        {
            foreach (var fault in await SendAsync(client, address, () => Interlocked.Increment(ref sent)))
            {
                faults.Add(fault);
            }
        });

        output.WriteLine($"{who ?? "nobody"}: {sent} forms sent");
        faults.ShouldBeEmpty($"CARE_BAD_INPUT_SEED={BadInputCorpus.Seed}");
        sent.ShouldBeGreaterThan(who is "guardian@liverpool" ? 0 : 100);
        await EveryPageShowsItAsTextAsync(client);
    }

    [Theory]
    [InlineData("/placements?find=", "pct@liverpool")]
    [InlineData("/placements?stage=", "pct@liverpool")]
    [InlineData("/placements?review=", "pct@liverpool")]
    [InlineData("/placements?provider=", "pct@liverpool")]
    [InlineData("/placements?funder=", "pct@liverpool")]
    [InlineData("/placements?after=", "pct@liverpool")]
    [InlineData("/placements?coordinator=", "coordinator@liverpool")]
    [InlineData("/organisations?name=")]
    [InlineData("/organisations?after=")]
    [InlineData("/organisations?kind=")]
    [InlineData("/services?name=")]
    [InlineData("/services?type=")]
    [InlineData("/services?locality=")]
    [InlineData("/services?provider=")]
    [InlineData("/services?after=")]
    [InlineData("/teams?name=")]
    [InlineData("/admin/accounts?name=")]
    [InlineData("/admin/accounts?organisation=")]
    [InlineData("/admin/accounts?after=")]
    public async Task Every_filter_takes_it_or_ignores_it(string address, string who = "admin@liverpool")
    {
        using var client = await _host.SignInAsync(who);
        foreach (var text in HostileText.All.Concat(BadInputCorpus.Texts(address, 5 * TextsOfTheCorpus)).Where(t => t.Length < 10_000))
        {
            var page = await client.GetAsync(address + Uri.EscapeDataString(text));
            Faults(page, $"{address} {Short(text)}").ShouldBeEmpty($"CARE_BAD_INPUT_SEED={BadInputCorpus.Seed}");
        }
    }

    /// <summary>All of the corpus's files, each under a name from it: none is taken for a directory, and nothing of it is kept.</summary>
    [Fact, Requirement("C12"), Asvs("V5.2.1", "V5.2.2", "V5.2.3", "V5.3.2")]
    public async Task Every_file_of_the_corpus_is_refused_by_the_importer_beside_the_field()
    {
        using var client = await _host.SignInAsync("admin@liverpool");
        var names = BadInputCorpus.FileNames();
        var form = "/services/import";
        var files = BadInputCorpus.Files("badinput", "*").Select((path, i) => (Name: i < names.Count ? names[i] : Path.GetFileName(path), Path: path));
        foreach (var (name, path) in files)
        {
            var answer = await (await client.GetAsync(form)).Form().WithFile("Form.File", Sendable(name), await File.ReadAllBytesAsync(path)).SendAsync();
            Faults(answer, path).ShouldBeEmpty();
            answer.Errors.ShouldNotBeEmpty($"{path} as {name}: {answer.Text}");
        }

        (await _database.BehindTheScenesAsync<long>("select count(*) from care.checked_uploads")).ShouldBe(0);
    }

    [Fact]
    public async Task Ten_thousand_fields_are_refused()
    {
        using var client = await _host.SignInAsync("admin@liverpool");
        var form = (await client.GetAsync("/localities/new")).Form();
        form.Fields.AddRange(Enumerable.Range(0, 10_000).Select(i => KeyValuePair.Create($"x{i}", "1")));
        ((int)(await form.SendAsync()).Status).ShouldBeInRange(400, 413);
    }

    [Fact, Asvs("V3.7.2")]
    public async Task A_page_from_elsewhere_is_never_where_a_form_leads()
    {
        using var client = _host.Browse();
        foreach (var target in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%0d%0aLocation: https://evil.example" })
        {
            using var answer = await client.Http.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(target));
            ((int)answer.StatusCode).ShouldBeLessThan(500);
            answer.Headers.Location?.ToString().ShouldNotContain("evil.example");
        }
    }

    /// <summary>Sends every hostile text in every field of every form of a page.</summary>
    private static async Task<IReadOnlyList<string>> SendAsync(SignedInClient client, string address, Action sent)
    {
        var faults = new List<string>();
        var page = await client.GetAsync(address);
        foreach (var form in page.Document.QuerySelectorAll("main form[method=post]").Where(f => !LeftAlone.Contains(f.GetAttribute("action"))))
        {
            foreach (var field in Fields(form))
            {
                foreach (var text in HostileText.All.Concat(BadInputCorpus.Texts($"{address} {field}", TextsOfTheCorpus)))
                {
                    var answer = await new FormPost(client, form, page.Url).With(field, text).With("FormKey", Guid.CreateVersion7().ToString()).SendAsync();
                    sent();
                    faults.AddRange(Faults(answer, $"{address} {field} {Short(text)}"));
                }
            }
        }

        return faults;
    }

    private static async Task EveryPageShowsItAsTextAsync(SignedInClient client)
    {
        foreach (var endpoint in EndpointList.Listed.Where(e => e is { Method: "GET", Record: "-" } && !LeftAlone.Contains(e.Route)))
        {
            Faults(await client.GetAsync(endpoint.Route), endpoint.Route).ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> Fields(IElement form) => form.QuerySelectorAll("input[name], select[name], textarea[name]")
        .Select(e => e.GetAttribute("name")!)
        .Where(name => name is not ("__RequestVerificationToken" or "FormKey"))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Faults(WebPage page, string what)
    {
        if (page.Status >= HttpStatusCode.InternalServerError)
        {
            yield return $"{what}: {(int)page.Status}";
        }

        if (page.Document.QuerySelectorAll("script, [onerror], [onfocus], [onload], svg[onload]").Any(e => e.OuterHtml.Contains(HostileText.Marker, StringComparison.Ordinal))
            || page.Document.QuerySelectorAll("a[href^='javascript:'], form[action^='javascript:']").Length > 0)
        {
            yield return $"{what}: came back as markup";
        }
    }

    // What .NET's own client refuses to put into a header cannot be sent by it.
    private static string Sendable(string name) => string.Concat(name.Where(c => !char.IsControl(c) && c != '"')).Trim() is { Length: > 0 } rest ? rest : "x";

    private static string Short(string text) => text.Length > 30 ? $"{text[..30]}… ({text.Length})" : text;
}
