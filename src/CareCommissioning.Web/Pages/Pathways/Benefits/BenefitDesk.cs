using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Benefits;

/// <summary>Opens benefits with their measures, and offers what their forms choose from.</summary>
public sealed class BenefitDesk(CareDbContext db)
{
    public Pathway Pathway { get; private set; } = null!;

    public Benefit Benefit { get; private set; } = null!;

    public Measure Measure { get; private set; } = null!;

    /// <summary>The newest map that this person sees; empty where there is none.</summary>
    public PathwayMap Map { get; private set; } = PathwayMap.Empty;

    public async Task<bool> FindPathwayAsync(Guid pathway, CancellationToken cancel)
    {
        if (await db.Pathways.SingleOrDefaultAsync(p => p.Id == pathway, cancel) is not { } found)
        {
            return false;
        }

        Pathway = found;
        Map = (await db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == pathway).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel))?.Map ?? PathwayMap.Empty;
        return true;
    }

    public async Task<bool> FindAsync(Guid pathway, Guid benefit, CancellationToken cancel)
    {
        if (!await FindPathwayAsync(pathway, cancel) || await db.Benefits.SingleOrDefaultAsync(b => b.Id == benefit && b.PathwayId == pathway, cancel) is not { } found)
        {
            return false;
        }

        Benefit = found;
        Measure = await db.Measures.Include(m => m.Observations.OrderBy(o => o.Number)).SingleAsync(m => m.Id == found.MeasureId, cancel);
        return true;
    }

    /// <summary>Offers steps and owners, and holds what was chosen against them.</summary>
    public async Task OfferAsync(BenefitForm form, ModelStateDictionary state, CancellationToken cancel)
    {
        form.Steps = [.. from stage in Map.Stages from step in Map.Steps where step.StageId == stage.Id select new SelectListItem(step.Name, step.Id.ToString())];
        form.Owners = await db.PeopleWhoMayAsync(Permission.EditPathways, cancel);
        MapDesk.Hold(state, form.Steps, ("Form.Step", form.Step == Benefit?.StepId ? null : form.Step));
        MapDesk.Hold(state, form.Owners, ("Form.Owner", form.Owner == Measure?.OwnerId ? null : form.Owner), ("Form.CoOwner", form.CoOwner == Measure?.CoOwnerId ? null : form.CoOwner));
    }

    /// <summary>The step that a form names: of the map, or the one that it named before.</summary>
    public Step? StepOf(BenefitForm form) => form.Step is { } id
        ? Map.Steps.FirstOrDefault(step => step.Id == id) ?? new Step { Id = id, StageId = Guid.Empty, Name = Benefit?.StepName ?? "" }
        : null;
}
