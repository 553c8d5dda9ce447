using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.New;

/// <summary>Logs a placement: finds the person by NHS number, or adds them, and makes the placement, whose other pages ask the rest.</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, IdentityVault vault, TimeProvider clock) : PageModel
{
    private const int MostOpen = 20;

    [BindProperty] public NewForm Form { get; set; } = new();

    /// <summary>Somebody who works in no team now looks after nobody.</summary>
    public bool HasNoTeam => current.Actor.TeamId is null;

    /// <summary>The person found in one's own team.</summary>
    public FoundPerson? Found { get; private set; }

    /// <summary>The team that looks after the person who was asked for, where it is another.</summary>
    public OtherTeam? LookedAfterBy { get; private set; }

    private Guid Partnership => current.Actor.PartnershipId!.Value;

    public async Task<IActionResult> OnGetAsync(Guid? person, CancellationToken cancel)
    {
        // An address that names nobody asks for the number.
        ModelState.Clear();
        if (person is not { } id)
        {
            return Page();
        }

        // The number was in a form and the name is on a page of its own, so that the opening stays logged whatever comes of it.
        if (await db.OpenIdentityAsync(vault, id, cancel) is not { } identity)
        {
            return NotFound();
        }

        var number = await db.People.Where(p => p.Id == id).Select(p => p.Number).SingleAsync(cancel);
        var open = await db.Placements.Where(p => p.PersonId == id && p.Stage != PlacementStage.Ended && p.Stage != PlacementStage.Withdrawn).OrderByDescending(p => p.StartsOn).ThenBy(p => p.Id).Take(MostOpen)
            .Select(p => new OpenPlacement(p.Id, p.Stage, p.StartsOn, db.Services.Where(s => s.Id == p.ServiceId).Select(s => s.Name).FirstOrDefault())).ToListAsync(cancel);
        Found = new FoundPerson(id, Person.ReferenceOf(number), identity, open);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (HasNoTeam || !ModelState.IsValid || !NhsNumber.TryParse(Form.NhsNumber, out var number))
        {
            return Page();
        }

        if (await db.FindPersonAsync(vault, Partnership, number, cancel) is { } known)
        {
            return await ShowAsync(known, cancel);
        }

        return Form.IsUnknown ? await AddAsync(number, cancel) : AskWhoItIs();
    }

    /// <summary>Logs a placement of somebody the team looks after already.</summary>
    public async Task<IActionResult> OnPostForAsync(Guid? person, CancellationToken cancel)
    {
        // Nothing is asked but whether to go on.
        ModelState.Clear();
        if (person is not { } id)
        {
            return Page();
        }

        return await db.People.SingleOrDefaultAsync(p => p.Id == id, cancel) is { } found ? await ReferAsync(found, cancel) : NotFound();
    }

    private async Task<IActionResult> ShowAsync(KnownPerson known, CancellationToken cancel)
    {
        if (known.TeamId == current.Actor.TeamId)
        {
            return LocalRedirect(PlacementLinks.NewFor(known.PersonId));
        }

        Form.IsUnknown = false;
        LookedAfterBy = await db.Teams.Where(t => t.Id == known.TeamId)
            .Select(t => new OtherTeam(t.Name, db.Accounts.Where(a => a.Id == t.ManagerId).Select(a => a.DisplayName).FirstOrDefault())).SingleAsync(cancel);
        return Page();
    }

    private PageResult AskWhoItIs()
    {
        ModelState.Remove("Form.IsUnknown");
        Form.IsUnknown = true;
        return Page();
    }

    private async Task<IActionResult> AddAsync(NhsNumber number, CancellationToken cancel)
    {
        var added = Person.Add(Guid.CreateVersion7(clock.GetUtcNow()), Partnership, current.Actor.TeamId!.Value, Form.BornOn!.Value, PersonRules.Kept(Form.PostcodeDistrict), clock.Today());
        if (added.Value is not { } person)
        {
            ModelState.AddModelError("Form.BornOn", added.Refusal!.Message);
            return Page();
        }

        db.People.Add(person);
        db.SealedIdentities.Add(vault.Seal(person.Id, Partnership, new PersonIdentity(Form.Name!.Trim(), number, Form.BornOn.Value)));
        try
        {
            return await ReferAsync(person, cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.PersonLookUp))
        {
            db.ChangeTracker.Clear();
            Form.IsUnknown = false;
            ModelState.AddModelError("Form.NhsNumber", "Somebody else added the person with this NHS number a moment ago. Continue to go on with what they wrote down");
            return Page();
        }
    }

    private async Task<IActionResult> ReferAsync(Person person, CancellationToken cancel)
    {
        var placement = Placement.Refer(Guid.CreateVersion7(clock.GetUtcNow()), person, current.Actor.AccountId!.Value, clock.Today());
        db.Placements.Add(placement);
        await db.SaveChangesAsync(cancel);
        return this.Done($"A placement for {person.Reference} is logged. You can leave now and complete it later", placement.NextPage());
    }
}

/// <summary>Somebody the team looks after, with their placements that are not over.</summary>
public sealed record FoundPerson(Guid Id, string Reference, PersonIdentity Identity, IReadOnlyList<OpenPlacement> Open);

/// <summary>A placement that is not over.</summary>
public sealed record OpenPlacement(Guid Id, PlacementStage Stage, DateOnly StartsOn, string? Service);

/// <summary>A team that looks after somebody, and whom to ask there.</summary>
public sealed record OtherTeam(string Name, string? Manager);
