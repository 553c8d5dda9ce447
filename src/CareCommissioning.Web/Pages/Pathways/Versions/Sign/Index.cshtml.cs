using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Collaboration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Sign;

/// <summary>Puts a version to signature, once nothing stands in the way: it is frozen, and the partners are asked (S0-011).</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, EmailText text, TimeProvider clock) : PageModel
{
    [BindProperty] public SignatureForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    /// <summary>What must be put right first.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];

    /// <summary>Warnings that nobody has accepted: they stop nothing, and the boards read them.</summary>
    public int Warnings { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel) || Desk.Open.Version.State != VersionState.InConsultation)
        {
            return NotFound();
        }

        await CheckAsync(cancel);
        Form.Parties.Choices.Offer(Form.Parties);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        await CheckAsync(cancel);
        Form.Parties.Choices.Hold(Form.Parties, ModelState, "Form.Parties");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var version = Desk.Open.Version;
        if (version.PutToSignature(Obstacles).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Parties.Nhs", refusal.Message);
            return Page();
        }

        var now = clock.GetUtcNow();
        var agreement = new Agreement(Guid.CreateVersion7(now), version.PartnershipId, AgreementSubject.PathwayVersion, version.Id, $"{Desk.Open.Pathway}, {Desk.Open.Title.ToLowerInvariant()}", version.Fingerprint(), current.Actor, now);
        PartyChoices.Ask(agreement, Form.Parties);
        db.Agreements.Add(agreement);
        await TellAsync(agreement, now, cancel);
        await db.SaveChangesAsync(cancel);
        return this.Done("The version is put to signature. Its map does not change any more", CollaborationLinks.Agreement(agreement.Id));
    }

    /// <summary>Where an obstacle is put right.</summary>
    public string LinkOf(Obstacle obstacle)
    {
        var (id, n) = (Desk.Open.PathwayId, Desk.Open.Number);
        return obstacle.Place switch
        {
            ObstaclePlace.Readiness => PathwayLinks.Of(id, n, "readiness"),
            ObstaclePlace.Comments => $"{PathwayLinks.Comments(id, n)}?open=true",
            ObstaclePlace.Contributors => PathwayLinks.Of(id, n, "contributors"),
            _ => PathwayLinks.Of(id, n, "equality"),
        };
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        var version = Desk.Open.Version;
        var findings = ReadinessCheck.Of(Desk.Open.Map, null, clock.Today());
        var open = await db.Discussions.CountAsync(d => d.SubjectId == version.Id && d.State == DiscussionState.Open, cancel);
        Obstacles = SignatureCheck.Of(version.Grounds, findings, open);
        Warnings = findings.Count(finding => finding.Severity == Severity.Warning && finding.Accepted is null);
        Form.Parties.Choices = await PartyChoices.OfAsync(db, version.PartnershipId, [.. Desk.Open.Map.Organisations], clock.Today(), cancel);
    }

    /// <summary>Writes to everybody who can sign for an organisation that is asked.</summary>
    private async Task TellAsync(Agreement agreement, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var account in await PartyChoices.SignatoriesAsync(db, agreement, cancel))
        {
            db.OutboxEmails.Add(OutboxEmail.ToAccount(Guid.CreateVersion7(now), account, "Your organisation is asked to sign", $"""
                {EmailText.OneLine(agreement.Title)} is put to signature, and your organisation is asked for its position.

                Read it and sign here:

                {text.Link(CollaborationLinks.Agreement(agreement.Id))}
                """, now));
        }
    }
}
