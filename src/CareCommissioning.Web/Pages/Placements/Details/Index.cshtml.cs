using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Details;

/// <summary>One placement: whom it is for, where, on what basis, at what price, and how it was reviewed. By name for team and provider, by reference for commissioners.</summary>
[Requires(Permission.ViewPlacements)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, IdentityVault vault, TimeProvider clock) : PageModel
{
    /// <summary>Reviews and other placements shown.</summary>
    public const int MostShown = 50;

    public Placement It { get; private set; } = null!;

    public PersonView Who { get; private set; } = null!;

    public PlacementPlace Place { get; private set; } = null!;

    public StaffView Staff { get; private set; } = null!;

    public IReadOnlyList<ReviewView> Reviews { get; private set; } = [];

    /// <summary>Open ones first; null where the reader may not know them.</summary>
    public IReadOnlyList<PlacementGoal> Goals { get; private set; } = [];

    /// <summary>The latest first; for the team alone.</summary>
    public IReadOnlyList<PlacementCircumstances> Lives { get; private set; } = [];

    /// <summary>For people of the person's care cluster.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Pathways { get; private set; } = [];

    public IReadOnlyList<OtherView> Others { get; private set; } = [];

    public PlacementStep? Step { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public bool MayManage { get; private set; }

    public bool MayAssign { get; private set; }

    public bool MayChangeFee { get; private set; }

    /// <summary>Notes in a team's own words are for the team.</summary>
    public bool IsOfTheTeam => current.Actor.Kind == ActorKind.Team;

    /// <summary>Goals are for the team, and for the provider while the person lives there.</summary>
    public bool SeesGoals => IsOfTheTeam || (current.Actor.Kind == ActorKind.Provider && It.Stage == PlacementStage.Started);

    /// <summary>Pounds from the first day until today, or until it ended.</summary>
    public decimal Cost => Fees.Cost(It.Terms, It.StartsOn, It.EndedOn ?? Today);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Placements.AsNoTracking().Include(p => p.Terms).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return NotFound();
        }

        It = found;
        Who = await WhoAsync(cancel);
        Place = await (It.IsBeforeStart && current.Actor.Kind != ActorKind.Provider ? PlacementPlace.WithFullnessAsync(db, It, cancel) : PlacementPlace.OfAsync(db, It, cancel));
        Staff = new StaffView(await NameAsync(It.CareCoordinatorId, cancel), await db.Teams.Where(t => t.Id == It.TeamId).Select(t => t.Name).FirstOrDefaultAsync(cancel), await NameAsync(It.ApprovedBy, cancel));
        Reviews = await ReviewsAsync(cancel);
        Others = await db.Placements.Where(p => p.PersonId == It.PersonId && p.Id != id).OrderByDescending(p => p.StartsOn).ThenBy(p => p.Id).Take(MostShown)
            .Select(p => new OtherView(p.Id, p.Stage, db.Services.Where(s => s.Id == p.ServiceId).Select(s => s.Name).FirstOrDefault(), p.StartsOn, p.EndedOn)).ToListAsync(cancel);
        await ReadLifeAsync(cancel);
        Step = PlacementSteps.For(It, current.Actor, Today);
        MayManage = current.Actor.May(Permission.ManagePlacements);
        MayAssign = current.Actor.May(Permission.AssignCareCoordinators);
        MayChangeFee = current.Actor.May(Permission.ApprovePlacements);
        return Page();
    }

    private async Task ReadLifeAsync(CancellationToken cancel)
    {
        if (SeesGoals)
        {
            Goals = await db.PlacementGoals.AsNoTracking().Where(g => g.PlacementId == It.Id).OrderByDescending(g => g.State == GoalState.Open).ThenByDescending(g => g.SetOn).ThenBy(g => g.Id).Take(MostShown).ToListAsync(cancel);
        }

        if (IsOfTheTeam)
        {
            Lives = await db.PlacementCircumstances.AsNoTracking().Where(c => c.PlacementId == It.Id).OrderByDescending(c => c.AsOf).ThenByDescending(c => c.Id).Take(MostShown).ToListAsync(cancel);
            Pathways = It.Cluster is { } cluster
                ? [.. (await db.Pathways.Where(p => p.Clusters.Contains(cluster)).OrderBy(p => p.Name).Take(MostShown).Select(p => new { p.Id, p.Name }).ToListAsync(cancel)).Select(p => (p.Id, p.Name))]
                : [];
        }
    }

    private async Task<PersonView> WhoAsync(CancellationToken cancel)
    {
        var person = await db.People.Where(p => p.Id == It.PersonId).Select(p => new { p.Number, p.BirthYear, p.PostcodeDistrict }).SingleAsync(cancel);
        var identity = current.Actor.Kind is ActorKind.Team or ActorKind.Provider ? await db.OpenIdentityAsync(vault, It.PersonId, cancel) : null;
        return new PersonView(Person.ReferenceOf(person.Number), identity, AgeBand.Of(person.BirthYear, Today), person.PostcodeDistrict);
    }

    private async Task<string?> NameAsync(Guid? account, CancellationToken cancel) =>
        account is null ? null : await db.Accounts.Where(a => a.Id == account).Select(a => a.DisplayName).FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<ReviewView>> ReviewsAsync(CancellationToken cancel)
    {
        var reviews = db.PlacementReviews.Where(r => r.PlacementId == It.Id).OrderByDescending(r => r.ReviewedOn).Take(MostShown);

        // Asking for a column that is not granted is refused, even where nothing would be shown of it.
        return IsOfTheTeam
            ? await reviews.Select(r => new ReviewView(r.DueOn, r.ReviewedOn, r.Decision, r.NextDueOn, r.Summary)).ToListAsync(cancel)
            : await reviews.Select(r => new ReviewView(r.DueOn, r.ReviewedOn, r.Decision, r.NextDueOn, null)).ToListAsync(cancel);
    }
}
