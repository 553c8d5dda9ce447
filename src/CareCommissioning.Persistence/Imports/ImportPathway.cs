using CareCommissioning.Domain.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Imports;

/// <summary>Brings a pathway's map from a file into a partnership, as a new draft: from a page and from the command line.</summary>
public sealed class ImportPathway(CareDbContext db, TimeProvider clock)
{
    /// <summary>Adds a draft with the map: a new version of <paramref name="pathway"/>, or the first of a new one.</summary>
    /// <param name="pathway">Null for a new pathway of the file's name, or the one that has this name already.</param>
    public async Task<(Pathway Pathway, PathwayVersion Version)> WriteAsync(PathwayFile file, Guid partnership, Pathway? pathway, CancellationToken cancel)
    {
        var name = Cut(string.IsNullOrWhiteSpace(file.Name) ? "Imported pathway" : file.Name.Trim());
        pathway ??= await db.Pathways.SingleOrDefaultAsync(p => p.PartnershipId == partnership && p.Name == name, cancel) ?? Add(partnership, name);
        var last = await db.PathwayVersions.Where(v => v.PathwayId == pathway.Id).MaxAsync(v => (int?)v.Number, cancel) ?? 0;
        var map = await KnownAsync(file.Map, partnership, cancel);
        var version = new PathwayVersion(Guid.CreateVersion7(clock.GetUtcNow()), pathway, last + 1, last == 0 ? Outlook.Current : Outlook.Future, map, clock.GetUtcNow());
        db.PathwayVersions.Add(version);
        await db.SaveChangesAsync(cancel);
        return (pathway, version);
    }

    private Pathway Add(Guid partnership, string name)
    {
        var pathway = new Pathway(Guid.CreateVersion7(clock.GetUtcNow()), partnership, name, new Cohort(name, null, [], null, null));
        db.Pathways.Add(pathway);
        return pathway;
    }

    /// <summary>A file may name organisations and services of another place: those that are not here are left out, and the check of readiness asks for them.</summary>
    private async Task<PathwayMap> KnownAsync(PathwayMap map, Guid partnership, CancellationToken cancel)
    {
        var organisations = map.Organisations.ToList();
        var delivering = map.Steps.SelectMany(step => step.Services).Distinct().ToList();
        var known = db.Organisations.Where(o => o.PartnershipId == partnership || o.Partnerships.Any(p => p.PartnershipId == partnership));
        var here = (await known.Where(o => organisations.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancel)).ToHashSet();
        var services = (await db.Services.Where(s => delivering.Contains(s.Id) && known.Any(o => o.Id == s.ProviderId)).Select(s => s.Id).ToListAsync(cancel)).ToHashSet();
        return map with
        {
            Steps =
            [
                .. map.Steps.Select(step => step with
                {
                    Accountable = step.Accountable is { } accountable && here.Contains(accountable) ? accountable : null,
                    Responsible = [.. step.Responsible.Where(here.Contains)],
                    Consulted = [.. step.Consulted.Where(here.Contains)],
                    Informed = [.. step.Informed.Where(here.Contains)],
                    Services = [.. step.Services.Where(services.Contains)],
                }),
            ],
            Moves =
            [
                .. map.Moves.Select(move => move with
                {
                    GainsIncome = move.GainsIncome is { } gains && here.Contains(gains) ? gains : null,
                    LosesIncome = move.LosesIncome is { } loses && here.Contains(loses) ? loses : null,
                    Providers = [.. move.Providers.Where(here.Contains)],
                }),
            ],
        };
    }

    private static string Cut(string name) => name.Length <= Pathway.MaxNameLength ? name : name[..Pathway.MaxNameLength];
}
