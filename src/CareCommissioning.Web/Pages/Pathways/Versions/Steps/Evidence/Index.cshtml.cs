using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Evidence;

/// <summary>Why a step is believed to work: adds a piece of evidence, or takes one away (S0-039).</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>More than anybody reads about one step.</summary>
    public const int Most = 50;

    [BindProperty] public EvidenceForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public DateOnly Today { get; } = clock.Today();

    public Step It => (Step)Desk.It!;

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        await Desk.ReadAsync(id, n, cancel) && Desk.Open.MayDraw && Desk.Take<Step>(element) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel) || !Desk.Take<Step>(element))
        {
            return NotFound();
        }

        if (It.Evidence.Count >= Most)
        {
            ModelState.AddModelError("Form.Citation", $"A step has at most {Most} pieces of evidence: keep the best");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var added = new Domain.Pathways.Evidence(Guid.CreateVersion7(clock.GetUtcNow()), Form.Citation!.Trim(), Form.Type!.Value, Form.Strength!.Value, Form.ReviewOn!.Value, Form.Link.Tidy(), Form.Summary.Tidy());
        return await SaveAsync(It with { Evidence = [.. It.Evidence, added] }, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int n, Guid element, Guid evidence, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel) || !Desk.Take<Step>(element))
        {
            return NotFound();
        }

        ModelState.Clear();
        return await SaveAsync(It with { Evidence = [.. It.Evidence.Where(e => e.Id != evidence)] }, cancel);
    }

    private Task<IActionResult> SaveAsync(Step step, CancellationToken cancel) =>
        Desk.FinishAsync(this, new(Desk.Open.Map.Put(step), $"Changed the evidence of {step.Name}"), PathwayLinks.Part(Desk.Open.PathwayId, Desk.Open.Number, step.Id, "evidence"), "Form.Citation", cancel);
}
