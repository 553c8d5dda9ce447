using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Packages;

/// <summary>Opens the care packages of a pathway and holds them against its newest map.</summary>
public sealed class PackageDesk(CareDbContext db, TimeProvider clock)
{
    public const string NameIsTaken = "There is a package of this name: choose another";

    /// <summary>More packages than a pathway is bought in.</summary>
    public const int Most = 100;

    /// <summary>Steps that a form can hold.</summary>
    public const int MostSteps = 150;

    public Pathway Pathway { get; private set; } = null!;

    public CarePackage Package { get; private set; } = null!;

    /// <summary>The newest map that this person sees; empty where there is none.</summary>
    public PathwayMap Map { get; private set; } = PathwayMap.Empty;

    /// <summary>Steps in the order of the map.</summary>
    public IReadOnlyList<Step> Steps => [.. Map.Stages.SelectMany(stage => Map.Steps.Where(step => step.StageId == stage.Id)).Take(MostSteps)];

    public async Task<bool> FindPathwayAsync(Guid pathway, CancellationToken cancel)
    {
        if (await db.Pathways.AsNoTracking().SingleOrDefaultAsync(p => p.Id == pathway, cancel) is not { } found)
        {
            return false;
        }

        Pathway = found;
        Map = (await db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == pathway).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel))?.Map ?? PathwayMap.Empty;
        return true;
    }

    public async Task<bool> FindAsync(Guid pathway, Guid package, CancellationToken cancel)
    {
        if (!await FindPathwayAsync(pathway, cancel) || await db.CarePackages.SingleOrDefaultAsync(p => p.Id == package && p.PathwayId == pathway, cancel) is not { } found)
        {
            return false;
        }

        Package = found;
        return true;
    }

    /// <summary>Steps of the open package that are not among <see cref="Steps"/>: saving it anew leaves them out.</summary>
    public IReadOnlyList<string> Gone => [.. Package.Lines.Where(line => Steps.All(step => step.Id != line.StepId)).Select(line => line.StepName)];

    /// <summary>All packages by name, each with its figures.</summary>
    public async Task<IReadOnlyList<(CarePackage Package, PackageFigures Figures)>> AllAsync(CancellationToken cancel)
    {
        var packages = await db.CarePackages.AsNoTracking().Where(p => p.PathwayId == Pathway.Id).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most).ToListAsync(cancel);
        var sessions = await db.ExperienceSessions.AsNoTracking().Include(s => s.Touchpoints).Where(s => s.PathwayId == Pathway.Id).OrderByDescending(s => s.HeldOn).ThenBy(s => s.Id).Take(Experience.IndexModel.Most).ToListAsync(cancel);
        var experience = PathwayExperience.Of(sessions, Map);
        var measures = await MeasuresAsync(cancel);
        return [.. packages.Select(package => (package, PackageFigures.Of(package, Map, experience, package.Benefits.Select(id => measures.GetValueOrDefault(id)).OfType<Measure>(), clock.Today())))];
    }

    /// <summary>Offers steps and benefits to a form, and holds what was typed against them.</summary>
    public async Task OfferAsync(PackageForm form, ModelStateDictionary state, bool isSent, CancellationToken cancel)
    {
        var benefits = await (from b in db.Benefits
                              join m in db.Measures on b.MeasureId equals m.Id
                              where b.PathwayId == Pathway.Id && b.State != BenefitState.Withdrawn && !b.IsDisbenefit
                              orderby m.Name, b.Id
                              select new { b.Id, m.Name }).Take(Benefits.IndexModel.Most).ToListAsync(cancel);
        form.Offer(Steps, [.. benefits.Select(b => new SelectListItem(b.Name, b.Id.ToString()))]);
        if (!isSent)
        {
            return;
        }

        foreach (var step in form.Steps)
        {
            if (form.Quantities[step.Id] is { } quantity && (quantity is < 0 or > CarePackage.MostPerWeek || decimal.Round(quantity, 2) != quantity))
            {
                state.TryAddModelError($"Form.Quantities[{step.Id}]", $"{step.Name}: enter a number from 0 to {CarePackage.MostPerWeek}, with no more than two decimals");
            }
        }

        if (state.IsValid && !form.Quantities.Values.Any(quantity => quantity > 0))
        {
            state.TryAddModelError(form.Steps.Count == 0 ? "Form.Name" : $"Form.Quantities[{form.Steps[0].Id}]", "Say how much of at least one step is in the package");
        }

        if (state.IsValid && await db.CarePackages.AnyAsync(p => p.PathwayId == Pathway.Id && p.Id != (Package == null ? Guid.Empty : Package.Id) && p.Name == form.Name!.Trim(), cancel))
        {
            state.TryAddModelError("Form.Name", NameIsTaken);
        }
    }

    private async Task<Dictionary<Guid, Measure>> MeasuresAsync(CancellationToken cancel)
    {
        var benefits = await db.Benefits.Where(b => b.PathwayId == Pathway.Id).Select(b => new { b.Id, b.MeasureId }).ToListAsync(cancel);
        var ids = benefits.ConvertAll(benefit => benefit.MeasureId);
        var measures = await db.Measures.AsNoTracking().Include(m => m.Observations).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        return benefits.ToDictionary(benefit => benefit.Id, benefit => measures[benefit.MeasureId]);
    }
}
