using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Pages.Services;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Match;

/// <summary>A form's answer to "which service?": a name, a part of one or the regulator's number, and, where several fit, the one that was meant.</summary>
public sealed class ServiceChoice
{
    private const int MostMatches = 10;

    /// <summary>Name, part of a name, or the regulator's number.</summary>
    public string? Typed { get; set; }

    /// <summary>The one chosen among <see cref="Matches"/>.</summary>
    public Guid? Id { get; set; }

    /// <summary>The words for which <see cref="Matches"/> were offered: a choice counts while they are unchanged, other words are another search.</summary>
    public string? Searched { get; set; }

    /// <summary>What fits the words typed, to choose from.</summary>
    [BindNever]
    public IReadOnlyList<ServiceMatch> Matches { get; private set; } = [];

    /// <summary>As an edit conflict shows it.</summary>
    public override string ToString() => Typed ?? "";

    /// <summary>The one chosen, unless something else was typed since.</summary>
    public Guid? Chosen => string.IsNullOrWhiteSpace(Typed) || Typed.Trim() == Searched?.Trim() ? Id : null;

    public bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Typed);

    /// <summary>Finds the service meant; null when there is none, with a message in <paramref name="state"/>, or not only one, with <see cref="Matches"/> to choose from.</summary>
    /// <param name="partnership">Which the provider must serve.</param>
    /// <param name="key">Name of this choice in the form, such as <c>Form.Service</c>.</param>
    public async Task<Service?> FindAsync(CareDbContext db, Guid partnership, DateOnly today, ModelStateDictionary state, string key, CancellationToken cancel)
    {
        var among = Open(db, partnership, today);
        if (Chosen is { } chosen)
        {
            // It stays to be chosen from where another answer is refused.
            Matches = await MatchesAsync(db, among.Where(s => s.Id == chosen), cancel);
            return await among.SingleOrDefaultAsync(s => s.Id == chosen, cancel) ?? Refuse(state, key, "Choose a service from the list, or search again");
        }

        var words = Typed!.Trim();
        var exact = await Called(among, Like.Exactly(words)).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(2).ToListAsync(cancel);
        if (exact is [var only])
        {
            return only;
        }

        Matches = await MatchesAsync(db, Called(among, Like.Contains(words)), cancel);
        switch (Matches.Count)
        {
            case 0:
                return Refuse(state, key, "No open service here has this name or number. Check the spelling");
            case > MostMatches:
                Matches = [];
                return Refuse(state, key, $"More than {MostMatches} services fit this. Enter more of the name, or the regulator’s number");
            default:
                // The first time it is a question; not to answer it is a mistake.
                return words == Searched?.Trim() ? Refuse(state, key, "Choose which service you mean") : null;
        }
    }

    /// <summary>Services that are not closed, of providers that are not closed and serve the partnership now.</summary>
    private static IQueryable<Service> Open(CareDbContext db, Guid partnership, DateOnly today)
    {
        var serving = db.Set<PartnershipMember>().Where(PartnershipMember.ServesOn(today)).Where(m => m.PartnershipId == partnership);
        return db.Services.Where(s => (s.ClosedOn == null || today < s.ClosedOn)
            && db.Organisations.Any(o => o.Id == s.ProviderId && (o.ClosedOn == null || today < o.ClosedOn))
            && serving.Any(m => m.OrganisationId == s.ProviderId));
    }

    private static IQueryable<Service> Called(IQueryable<Service> among, string pattern) =>
        among.Where(s => EF.Functions.ILike(s.Name, pattern, Like.Escape) || (s.LocationCode != null && EF.Functions.ILike(s.LocationCode, pattern, Like.Escape)));

    private static async Task<IReadOnlyList<ServiceMatch>> MatchesAsync(CareDbContext db, IQueryable<Service> fitting, CancellationToken cancel)
    {
        var found = await fitting.OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostMatches + 1)
            .Select(s => new ServiceMatch(s.Id, s.Name, db.Organisations.Where(o => o.Id == s.ProviderId).Select(o => o.Name).First(), s.Type, s.Places, 0)).ToListAsync(cancel);
        var taken = await db.PlacesTakenAsync(found.Select(s => s.Id), cancel);
        return [.. found.Select(s => s with { Taken = taken.GetValueOrDefault(s.Id) })];
    }

    private static Service? Refuse(ModelStateDictionary state, string key, string message)
    {
        state.AddModelError($"{key}.{nameof(Typed)}", message);
        return null;
    }
}

/// <summary>A service that fits what was typed.</summary>
/// <param name="Taken">How many people are there now, whoever placed them.</param>
public sealed record ServiceMatch(Guid Id, string Name, string Provider, ServiceType Type, int Places, int Taken)
{
    /// <summary>"Sunrise House Care Ltd. Care home, 24 beds or units, 24 taken: full".</summary>
    public string InWords => $"{Provider}. {Type.Name()}, {ServiceWords.Places(Type, Places).ToLower()}, {Taken} taken{(Places > 0 && Taken >= Places ? ": full" : "")}";
}

internal sealed class ServiceChoiceRules : AbstractValidator<ServiceChoice>
{
    public ServiceChoiceRules()
    {
        RuleFor(c => c.Typed).NotEmpty().When(c => c.Id is null).WithMessage("Enter the name of the service, or a part of it");
        RuleFor(c => c.Typed).MaximumLength(Service.MaxNameLength).WithMessage($"Enter no more than {Service.MaxNameLength} characters");
    }
}
