using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>One line of the list and of the export.</summary>
/// <param name="Terms">In force today; those it begins with while it has not started; null while none are agreed.</param>
public sealed record PlacementRow(
    Guid Id, Guid PersonId, int Number, int BirthYear, string? PostcodeDistrict, string? Service, ServiceType? Type, string? Provider, PlacementStage Stage,
    DateOnly StartsOn, DateOnly? EndedOn, LegalBasis? LegalBasis, DateOnly? CpaSince, DateOnly? NextReviewOn, DateOnly? LastReviewedOn, PlacementTerms? Terms)
{
    public string Reference => Person.ReferenceOf(Number);

    /// <summary>How urgent the next review is; null unless the placement is under way.</summary>
    public ReviewUrgency? Urgency(DateOnly today) => Stage == PlacementStage.Started && NextReviewOn is { } due ? ReviewRules.Urgency(due, today) : null;

    /// <param name="placements">In the order wanted, no more than are wanted.</param>
    public static IQueryable<PlacementRow> Of(CareDbContext db, IQueryable<Placement> placements, DateOnly today) =>
        from p in placements
        join person in db.People on p.PersonId equals person.Id
        join s in db.Services on p.ServiceId equals s.Id into services
        from service in services.DefaultIfEmpty()
        join o in db.Organisations on p.ProviderId equals o.Id into providers
        from provider in providers.DefaultIfEmpty()
        select new PlacementRow(
            p.Id, p.PersonId, person.Number, person.BirthYear, person.PostcodeDistrict, service.Name, service.Type, provider.Name, p.Stage,
            p.StartsOn, p.EndedOn, p.LegalBasis, p.CpaSince, p.NextReviewOn, p.LastReviewedOn,
            p.Terms.Where(t => t.ValidFrom <= today || t.ValidFrom == p.StartsOn).OrderByDescending(t => t.ValidFrom).FirstOrDefault());
}
