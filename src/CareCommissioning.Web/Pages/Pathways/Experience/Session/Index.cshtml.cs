using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Pages.Pathways.Benefits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Experience.Session;

/// <summary>One session: what was told, point by point, and the form for the next point (S0-047).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, BenefitDesk desk) : PageModel
{
    [BindProperty] public TouchpointForm Form { get; set; } = new();

    public BenefitDesk Desk { get; } = desk;

    public ExperienceSession It { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Steps { get; private set; } = [];

    public bool MayRecord => current.Actor.May(Permission.RecordExperience);

    /// <summary>So few took part that only who writes it down reads it.</summary>
    public bool IsHidden => It.People < ExperienceSession.FewPeople && !MayRecord;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid session, CancellationToken cancel) => await FindAsync(id, session, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid session, CancellationToken cancel)
    {
        if (!MayRecord)
        {
            return Forbid();
        }

        if (!await FindAsync(id, session, cancel))
        {
            return NotFound();
        }

        MapDesk.Hold(ModelState, Steps, ("Form.Step", Form.Step));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (It.Add(Form.Step is { } step ? Desk.Map.Steps.First(it => it.Id == step) : null, Form.ToWords()) is null)
        {
            ModelState.AddModelError("Form.WhatHappened", $"A session has at most {ExperienceSession.MostTouchpoints} points: add another session");
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done("It is written down. Add the next point, or leave it at that", $"{PathwayLinks.Session(id, session)}#next");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid session, int number, CancellationToken cancel)
    {
        if (!MayRecord)
        {
            return Forbid();
        }

        if (!await FindAsync(id, session, cancel))
        {
            return NotFound();
        }

        It.Remove(number);
        await db.SaveChangesAsync(cancel);
        return this.Done("The point is taken off", PathwayLinks.Session(id, session));
    }

    private async Task<bool> FindAsync(Guid id, Guid session, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel)
            || await db.ExperienceSessions.Include(s => s.Touchpoints.OrderBy(t => t.Number)).SingleOrDefaultAsync(s => s.Id == session && s.PathwayId == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        Steps = [.. from stage in Desk.Map.Stages from step in Desk.Map.Steps where step.StageId == stage.Id select new SelectListItem($"{step.Name} ({stage.Name})", step.Id.ToString())];
        return true;
    }
}
