using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Pages.Pathways;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers.Details;

/// <summary>What an entry of a register can be tied to, as far as the reader sees it.</summary>
public static class TieChoices
{
    private const int MostVersions = 100;
    private const int MostServices = 500;

    /// <param name="but">What it is tied to already.</param>
    public static async Task<IReadOnlyList<SelectListItem>> OfAsync(CareDbContext db, RegisterKind kind, IReadOnlyCollection<Guid> but, CancellationToken cancel)
    {
        var choices = new List<SelectListItem>();
        if (kind.TiesTo.Contains(LinkEnd.PathwayVersion))
        {
            var versions = await (from v in db.PathwayVersions
                                  join p in db.Pathways on v.PathwayId equals p.Id
                                  where v.State != VersionState.Superseded && !but.Contains(v.Id)
                                  orderby p.Name, v.Number
                                  select new { v.Id, v.Number, v.Outlook, v.State, p.Name }).Take(MostVersions).ToListAsync(cancel);
            choices.AddRange(versions.Select(v => new SelectListItem($"{v.Name}, {PathwayWords.VersionName(v.Number, v.Outlook)}, {v.State.Name().ToLowerInvariant()}", RegisterLinks.Choice(LinkEnd.PathwayVersion, v.Id))));
        }

        if (kind.TiesTo.Contains(LinkEnd.Service))
        {
            var services = await db.Services.Where(s => s.ClosedOn == null && !but.Contains(s.Id)).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostServices)
                .Select(s => new { s.Id, s.Name, Provider = db.Organisations.Where(o => o.Id == s.ProviderId).Select(o => o.Name).FirstOrDefault() }).ToListAsync(cancel);
            choices.AddRange(services.Select(s => new SelectListItem($"{s.Name}, {s.Provider}", RegisterLinks.Choice(LinkEnd.Service, s.Id))));
        }

        return choices;
    }
}
