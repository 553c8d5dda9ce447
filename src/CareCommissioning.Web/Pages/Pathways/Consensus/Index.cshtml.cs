using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Collaboration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Consensus;

/// <summary>What the partners hold to be best practice for a pathway, each with its evidence and every partner's position (S0-056).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>More statements than partners can hold in mind.</summary>
    public const int Most = 50;

    [BindProperty] public StatementForm Form { get; set; } = new();

    public Pathway It { get; private set; } = null!;

    public IReadOnlyList<(ConsensusStatement Statement, AgreementMatrix? Matrix)> Statements { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Parties.Choices.Offer(Form.Parties);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.EditPathways))
        {
            return Forbid();
        }

        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Parties.Choices.Hold(Form.Parties, ModelState, "Form.Parties");
        if (ModelState.IsValid && Statements.Count >= Most)
        {
            ModelState.AddModelError("Form.Statement", $"A pathway has at most {Most} statements");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = clock.GetUtcNow();
        var statement = new ConsensusStatement(Guid.CreateVersion7(now), It, Form.Statement!.Trim(), Form.Evidence.Tidy(), current.Actor.Name, now);
        var agreement = new Agreement(Guid.CreateVersion7(now), It.PartnershipId, AgreementSubject.ConsensusStatement, statement.Id, $"{It.Name}: {statement.Statement}", statement.Fingerprint(), current.Actor, now);
        PartyChoices.Ask(agreement, Form.Parties);
        db.ConsensusStatements.Add(statement);
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(cancel);
        return this.Done("The statement is added, and the partners are asked", PathwayLinks.Consensus(id));
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pathways.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return false;
        }

        (It, MayWrite) = (found, current.Actor.May(Permission.EditPathways));
        var statements = await db.ConsensusStatements.AsNoTracking().Where(s => s.PathwayId == id).OrderByDescending(s => s.At).ThenBy(s => s.Id).Take(Most).ToListAsync(cancel);
        var matrices = new List<(ConsensusStatement, AgreementMatrix?)>();
        foreach (var statement in statements)
        {
            matrices.Add((statement, await AgreementMatrix.OfAsync(db, db.Agreements.Where(a => a.SubjectId == statement.Id), cancel)));
        }

        Statements = matrices;
        if (MayWrite)
        {
            var map = await db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
            Form.Parties.Choices = await PartyChoices.OfAsync(db, found.PartnershipId, [.. map?.Map.Organisations ?? []], clock.Today(), cancel);
        }

        return true;
    }
}
