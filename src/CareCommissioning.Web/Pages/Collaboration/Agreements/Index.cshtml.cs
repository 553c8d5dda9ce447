using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Collaboration.Agreements;

/// <summary>What the partnership signs and has signed, the latest first.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    /// <summary>Only those that wait for one's own organisation.</summary>
    [BindProperty(SupportsGet = true, Name = "mine")]
    public bool Mine { get; set; }

    public ListPage<AgreementRow> Agreements { get; private set; } = ListPage<AgreementRow>.Empty;

    public bool MaySign { get; private set; }

    public async Task OnGetAsync(string? before, string? after, CancellationToken cancel)
    {
        ModelState.Clear();
        MaySign = current.Actor.May(Permission.SignAgreements);
        Mine = Mine && MaySign;
        var place = ListPlace.Of(before, after, keys: 2);
        var asked = Mine ? db.Agreements.WaitingFor(current.Actor.OrganisationId!.Value) : db.Agreements;
        var rows = await asked.AsNoTracking().LatestFirst(place, a => a.OpenedAt, a => a.Id)
            .Select(a => new AgreementRow(a.Id, a.Title, a.State, a.OpenedAt, a.ClosedAt, a.Parties.Count(p => p.MustSign), a.Positions.Select(p => p.OrganisationId).Distinct().Count()))
            .ToListAsync(cancel);
        Agreements = place.Page(rows, row => [row.OpenedAt.UtcTicks.ToString(), row.Id.ToString()]);
    }
}

/// <summary>One line of the list.</summary>
/// <param name="MustSign">Organisations without which nothing is agreed.</param>
/// <param name="Spoken">Organisations that have taken a position.</param>
public sealed record AgreementRow(Guid Id, string Title, AgreementState State, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int MustSign, int Spoken);
