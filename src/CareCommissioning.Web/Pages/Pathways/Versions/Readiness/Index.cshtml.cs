using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Readiness;

/// <summary>What stops a version from being agreed and what should be known; warnings are accepted here, with the reason.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public AcceptForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>How like today's map a future one is; empty where there is nothing to compare.</summary>
    public IReadOnlyList<Likeness> Compared { get; private set; } = [];

    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);

    public IEnumerable<Finding> Warnings => Findings.Where(finding => finding.Severity == Severity.Warning && finding.Accepted is null);

    public IEnumerable<Finding> Accepted => Findings.Where(finding => finding.Accepted is not null);

    public IEnumerable<SelectListItem> Acceptable => Warnings.Select(finding => new SelectListItem(finding.Message, finding.Key));

    /// <summary>Where a finding is mended; null where reading is all there is.</summary>
    public string? LinkOf(Finding finding)
    {
        var (id, n) = (Desk.Open.PathwayId, Desk.Open.Number);
        return finding.Element is not { } element || Desk.Open.Map.Find(element) is not { } it ? null
            : !Desk.Open.MayDraw || finding.Part == Finding.Lines ? PathwayLinks.InMap(id, n, element)
            : finding.Part is { } part ? PathwayLinks.Part(id, n, element, part)
            : PathwayLinks.Form(id, n, PathwayWords.Segment(it), element);
    }

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        await CheckAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.EditPathways))
        {
            return Forbid();
        }

        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        await CheckAsync(cancel);
        if (Form.Finding is { } key && Warnings.All(finding => finding.Key != key))
        {
            ModelState.AddModelError("Form.Finding", "Choose a warning from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var map = Desk.Open.Map;
        var acceptance = new Acceptance(Form.Finding!, Form.Reason!.Trim(), current.Actor.Name, clock.GetUtcNow());
        var message = Warnings.First(finding => finding.Key == Form.Finding).Message;
        return await Desk.FinishAsync(this, new(map with { Acceptances = [.. map.Acceptances, acceptance] }, $"Accepted: {message}"), PathwayLinks.Of(id, n, "readiness"), "Form.Finding", cancel);
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        var open = Desk.Open;
        var today = open.Version.Outlook == Outlook.Current
            ? null
            : await db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == open.PathwayId && v.Outlook == Outlook.Current).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        Findings = ReadinessCheck.Of(open.Map, today?.Map, clock.Today());
        Compared = today is null ? [] : Novelty.Compare(today.Map, open.Map);
    }
}
