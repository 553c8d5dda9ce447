using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Lists;
using CareCommissioning.Web.Pages.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>One register, what was found last first (S0-001).</summary>
[Requires(Permission.ViewRegisters)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, RegisterDesk desk) : PageModel
{
    /// <summary>Lines of a file; a register of a partnership is smaller.</summary>
    private const int MostInFile = 10_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public RegisterFilters Filters { get; set; } = new();

    public RegisterDesk Desk { get; } = desk;

    public ListPage<RegisterRow> Entries { get; private set; } = ListPage<RegisterRow>.Empty;

    public int Count { get; private set; }

    public IReadOnlyList<SelectListItem> Localities { get; private set; } = [];

    /// <summary>The same entries as a file.</summary>
    public string CsvLink => QueryHelpers.AddQueryString(RegisterLinks.Of(Desk.Kind) + Request.QueryString, "handler", "Csv");

    public async Task<IActionResult> OnGetAsync(string kind, string? before, string? after, CancellationToken cancel)
    {
        // A filter nobody could have chosen filters nothing.
        ModelState.Clear();
        if (!Desk.Open(kind))
        {
            return NotFound();
        }

        Localities = await TeamForm.LocalitiesAsync(db, cancel);
        var place = ListPlace.Of(before, after, keys: 2);
        var fitting = Fitting();
        Entries = place.Page(await RegisterRow.Of(db, fitting.LatestFirst(place, e => e.FoundOn, e => e.Id)).ToListAsync(cancel), row => [row.FoundOn.ToString("O"), row.Id.ToString()]);
        Count = await Entries.CountAsync(InOrder(fitting), cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string kind, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!Desk.Open(kind))
        {
            return NotFound();
        }

        var fields = Desk.Kind.Fields;
        IEnumerable<string?> headings = [Desk.Kind.TitleLabel, Desk.Kind.CategoryLabel, "Locality", .. fields.Select(field => field.Label), "Owner", "Found on", "State", Desk.Kind.TieLabel, .. Votes("Votes")];
        var rows = RegisterRow.Of(db, InOrder(Fitting()).Take(MostInFile)).AsAsyncEnumerable().Select(row => (IEnumerable<string?>)
        [
            row.Title, row.Category, row.Locality ?? "Everywhere", .. fields.Select(field => row.Values.GetValueOrDefault(field.Key)), row.Owner, row.FoundOn.ToString("O"), Desk.Kind.StateName(row.State), row.Ties.ToString(), .. Votes(row.Votes.ToString()),
        ]);
        await Response.WriteCsvAsync($"{kind}.csv", rows.Prepend(headings), cancel);
        return new EmptyResult();
    }

    private string[] Votes(string cell) => Desk.Kind.VotesEach > 0 ? [cell] : [];

    private IQueryable<RegisterEntry> Fitting() => Filters.Apply(db, Desk.Kind, current.Actor.PartnershipId, current.Actor.AccountId);

    private static IOrderedQueryable<RegisterEntry> InOrder(IQueryable<RegisterEntry> entries) => entries.OrderByDescending(e => e.FoundOn).ThenByDescending(e => e.Id);
}
