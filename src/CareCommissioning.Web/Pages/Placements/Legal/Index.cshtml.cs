using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Placements.Legal;

/// <summary>Writes down legal basis, care programme approach and care cluster, from which the rules give the next review.</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public LegalForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    /// <summary>Ended and withdrawn placements stay as they were.</summary>
    public bool IsOver => It.Stage is PlacementStage.Ended or PlacementStage.Withdrawn;

    /// <summary>Section 117 after-care was chosen, which nobody pays for themselves, and the person pays.</summary>
    public bool PersonPays => Form.Basis == LegalBasis.Section117 && It.LatestTerms is { PersonShare: > 0 };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var rules = await db.ReviewRulesAsync(cancel);
        (int, DateOnly)? cluster = Form.Cluster is { } number ? (number, Form.ClusterAssessedOn!.Value) : null;
        if (It.Settle(Form.Basis!.Value, Form.OnCpa == true ? Form.CpaSince : null, cluster, rules, clock.Today()).Refusal is { } refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Code), refusal.Message);
            return Page();
        }

        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        var due = It.Stage == PlacementStage.Started ? new ReviewDue(It.NextReviewOn!.Value, It.NextReviewCause!.Value) : It.DueNext(rules);
        return this.Done($"The next review is due by {due.On.InWords()}: {due.Cause.Name()}", It.NextPage());
    }

    private static string FieldOf(string code) => code switch
    {
        "cpa-begins-later" => "Form.CpaSince",
        "no-such-cluster" => "Form.Cluster",
        "cluster-assessed-later" => "Form.ClusterAssessedOn",
        _ => "Form.Basis",
    };

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.FindPlacementAsync(id, cancel);
        It = found!;
        return found is not null;
    }

    private LegalForm Saved() => new()
    {
        Version = It.Version,
        Basis = It.LegalBasis,
        OnCpa = It.LegalBasis is null ? null : It.CpaSince is not null,
        CpaSince = It.CpaSince,
        Cluster = It.Cluster,
        ClusterAssessedOn = It.ClusterAssessedOn,
    };
}
