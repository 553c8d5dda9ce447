using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using AngleSharp.Html.Parser;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace CareCommissioning.Benchmarks;

/// <summary>Measures each page and prints the figures as a table of Markdown.</summary>
internal static class Report
{
    private const int DeepPage = 3_000;
    private const int RowsOfAPage = 25;
    private const int RowsToImport = 10_000;
    private const int BadRows = 100;

    // Milliseconds from which a statement's plan is worth reading.
    private const int Slow = 20;
    private static readonly Uri SignIn = new("/sign-in", UriKind.Relative);

    public static async Task WriteAsync(Site site, TimeSpan length, TextWriter to, CancellationToken cancel)
    {
        var placements = await site.CountAsync(cancel);
        await to.WriteLineAsync($"{placements:N0} placements, {Load.Connections} connections, {length.TotalSeconds:0} s each, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, PostgreSQL {await site.AskAsync<string>("show server_version", cancel)}, fsync {await site.AskAsync<string>("show fsync", cancel)}");
        await to.WriteLineAsync("\n| request | requests/s | p50 ms | p99 ms | same SQL alone, requests/s | its p50 ms | database’s part |\n|---|---|---|---|---|---|---|");
        await WriteAsync(to, "sign in (password checked)", await Load.RepeatAsync(await SigningInAsync(site), length), null);
        foreach (var group in (await PagesAsync(site, cancel)).GroupBy(page => page.Who, StringComparer.Ordinal))
        {
            using var client = await SignedInClient.Of(site.Node).SignInAsync($"{group.Key}@liverpool.demo.example");
            foreach (var page in group)
            {
                var figures = await Load.RepeatAsync(_ => GetAsync(site, client, page.Url), length);
                var statements = await StatementLog.OfAsync(site, () => GetAsync(site, client, page.Url), cancel);
                await WriteAsync(to, page.Name, figures, await ReplayAsync(site, statements, length, cancel));
            }
        }

        await to.WriteLineAsync();
        await LargePathway.WriteAsync(site, await LargePathway.AddAsync(site, cancel), to, cancel);
        await to.WriteLineAsync(await ExportAsync(site, cancel));
        await to.WriteLineAsync(await ImportAsync(site));
    }

    /// <summary>What each page sends, each statement with the mean of its times, slow ones with their plan: where to look first when a page is slow.</summary>
    public static async Task WriteStatementsAsync(Site site, TextWriter to, CancellationToken cancel)
    {
        foreach (var page in await PagesAsync(site, cancel))
        {
            using var client = await SignedInClient.Of(site.Node).SignInAsync($"{page.Who}@liverpool.demo.example");
            await GetAsync(site, client, page.Url);
            var statements = await StatementLog.OfAsync(site, () => GetAsync(site, client, page.Url), cancel);
            await using var connection = await site.App.OpenConnectionAsync(cancel);
            await to.WriteLineAsync($"## {page.Name}\n");
            foreach (var (sql, milliseconds) in await StatementLog.TimeAsync(connection, statements))
            {
                await to.WriteLineAsync($"{milliseconds:0.00} ms: {sql}\n{(milliseconds < Slow ? "" : await StatementLog.PlanAsync(connection, sql))}");
            }
        }
    }

    private static async Task<List<(string Name, string Who, string Url)>> PagesAsync(Site site, CancellationToken cancel)
    {
        const string Liverpool = "partnership_id = (select id from care.partnerships where slug = 'liverpool')";
        var depth = Math.Min(DeepPage * RowsOfAPage, await site.CountAsync(cancel) / 3);
        var last = (await site.AskAsync<string>($"select starts_on || ' ' || id from care.placements where {Liverpool} order by starts_on desc, id desc offset {depth} limit 1", cancel)).Split(' ');
        var deep = WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(last));
        var one = await site.AskAsync<Guid>($"select id from care.placements where {Liverpool} and stage = 'Started' order by id desc limit 1", cancel);
        var service = await site.AskAsync<string>($"select s.name from care.placements p join care.services s on s.id = p.service_id where p.id = '{one}'", cancel);
        var provider = await site.AskAsync<Guid>($"select provider_id from care.placements where id = '{one}'", cancel);
        return
        [
            ("list, first page", "pct", "/placements"),
            ("list, three filters", "pct", $"/placements?stage=Started&provider={provider}&funder=Nhs"),
            ("list, overdue reviews", "pct", "/placements?review=Overdue"),
            ("list, text search", "pct", $"/placements?find={Uri.EscapeDataString(service)}"),
            ($"list, page {depth / RowsOfAPage:N0}", "pct", $"/placements?after={deep}"),
            ("placement, details", "pct", $"/placements/{one}"),
            ("commissioner’s home", "pct", "/"),
            ("market: people and money by sector and kind", "pct", "/services"),
            ("care co-ordinator’s home (names opened, logged)", "coordinator", "/"),
            ("team’s list (names opened, logged)", "coordinator", "/placements"),
        ];
    }

    private static async Task<Func<int, Task>> SigningInAsync(Site site)
    {
        // Each sign-in begins where nobody is signed in: with the form's own cookie and no other.
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Node.Address };
        using var asked = await http.GetAsync(SignIn);
        var cookies = string.Join("; ", asked.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var document = await new HtmlParser().ParseDocumentAsync(await asked.Content.ReadAsStringAsync());
        var fields = document.QuerySelector("main form")!.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "", StringComparer.Ordinal);
        (fields["Form.Email"], fields["Form.Password"]) = ("finance@liverpool.demo.example", DemoSeeder.SignInWord);
        return async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, SignIn) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Cookie", cookies);
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw site.Failure("Signing in", answer.StatusCode);
            }
        };
    }

    private static async Task GetAsync(Site site, SignedInClient client, string url)
    {
        using var answer = await client.Http.GetAsync(new Uri(url, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw site.Failure(url, answer.StatusCode);
        }

        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<Figures> ReplayAsync(Site site, IReadOnlyList<string> statements, TimeSpan length, CancellationToken cancel)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Load.Connections).Select(_ => site.App.OpenConnectionAsync(cancel).AsTask()));
        try
        {
            return await Load.RepeatAsync(worker => StatementLog.ReplayAsync(connections[worker], statements), length);
        }
        finally
        {
            foreach (var connection in connections)
            {
                await connection.DisposeAsync();
            }
        }
    }

    private static async Task<string> ExportAsync(Site site, CancellationToken cancel)
    {
        using var client = await SignedInClient.Of(site.Node).SignInAsync("pct@liverpool.demo.example");
        var watch = Stopwatch.StartNew();
        await using var csv = await client.Http.GetStreamAsync(new Uri("/placements/export", UriKind.Relative), cancel);
        using var reader = new StreamReader(csv);
        long rows = -1;
        while (await reader.ReadLineAsync(cancel) is not null)
        {
            rows++;
        }

        return $"Export of the whole list: {rows:N0} rows in {watch.Elapsed.TotalSeconds:0.0} s, {rows / watch.Elapsed.TotalSeconds:N0} rows/s.";
    }

    private static async Task<string> ImportAsync(Site site)
    {
        using var client = await SignedInClient.Of(site.Node).SignInAsync("pct@liverpool.demo.example");
        var every = RowsToImport / BadRows;
        var file = InventedLocation.As2026(Enumerable.Range(0, RowsToImport).Select(i => new InventedLocation($"9-{i}") { Name = $"Invented House {i}", ProviderId = $"8-{i / 20}", ProviderName = $"Invented Care {i / 20} Ltd", Beds = i % every == 0 ? "many" : "12" }));
        var form = (await client.GetAsync("/services/import")).Form();
        var watch = Stopwatch.StartNew();
        var page = await form.WithFile("Form.File", "directory.csv", System.Text.Encoding.UTF8.GetBytes(file)).SendAsync();
        var told = page.Text.Contains(BadRows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? $"all {BadRows} bad rows told" : $"answered {page.Status}: {page.Text}";
        return $"Check of a care directory of {RowsToImport:N0} rows: {watch.Elapsed.TotalSeconds:0.0} s, {told}.";
    }

    private static Task WriteAsync(TextWriter to, string name, Figures page, Figures? sql) => to.WriteLineAsync(sql is null
        ? $"| {name} | {page.PerSecond:N0} | {page.Median:0.0} | {page.P99:0.0} | – | – | – |"
        : $"| {name} | {page.PerSecond:N0} | {page.Median:0.0} | {page.P99:0.0} | {sql.PerSecond:N0} | {sql.Median:0.0} | {Math.Min(1, page.PerSecond / sql.PerSecond):P0} |");
}
