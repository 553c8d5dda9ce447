using System.CommandLine;
using CareCommissioning.Benchmarks;

var placements = new Option<int>("--placements") { Description = "Placements to add to the demonstration", DefaultValueFactory = _ => 100_000 };
var seconds = new Option<int>("--seconds") { Description = "How long each request is repeated", DefaultValueFactory = _ => 10 };
var folder = new Option<string?>("--data-folder") { Description = "Where the database is, or is made; a temporary folder when not given. One that is filled already is not filled again" };
var statements = new Option<bool>("--statements") { Description = "Instead of measuring pages, print what each sends to PostgreSQL and how long each statement takes" };
var command = new RootCommand("Measures the product with many placements: signed in, row security and audit on, on a PostgreSQL that flushes to disk") { placements, seconds, folder, statements };
command.SetAction(async (parsed, cancel) =>
{
    await using var site = await Site.OpenAsync(parsed.GetValue(folder), parsed.GetValue(placements), cancel);
    if (parsed.GetValue(statements))
    {
        await Report.WriteStatementsAsync(site, Console.Out, cancel);
        return;
    }

    await Report.WriteAsync(site, TimeSpan.FromSeconds(parsed.GetValue(seconds)), Console.Out, cancel);
});
return await command.Parse(args).InvokeAsync();
