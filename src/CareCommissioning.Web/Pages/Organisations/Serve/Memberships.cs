using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>
/// An organisation and the partnerships it serves or is offered to, as the administrator of one partnership decides about them:
/// of the one that keeps its record, or of one it was offered to.
/// </summary>
public sealed class Memberships
{
    /// <summary>What is told when the other side decided at the same moment.</summary>
    public const string Overtaken = "Somebody else decided about this at the same time. This is how it stands now";

    private const int MostPartnerships = 200;

    private readonly IReadOnlyList<(Guid Id, string Name)> _partnerships;
    private readonly Guid _mine;

    private Memberships(Organisation it, bool keeps, Guid mine, IReadOnlyList<(Guid Id, string Name)> partnerships) =>
        (It, Keeps, _mine, _partnerships) = (it, keeps, mine, partnerships);

    public Organisation It { get; }

    /// <summary>Whether the reader's partnership keeps the organisation's record, and so offers it to others.</summary>
    public bool Keeps { get; }

    /// <summary>Whether there is anything about it that the reader decides.</summary>
    public bool MayDecide => Keeps || Mine is not null;

    /// <summary>Those the reader may know of, by name.</summary>
    public IReadOnlyList<PartnershipMember> All => [.. It.Partnerships.OrderBy(m => NameOf(m.PartnershipId), StringComparer.Ordinal)];

    /// <summary>An offer that waits for the reader's answer; null when none does.</summary>
    public PartnershipMember? ToAnswer => Mine is { AcceptedOn: null } && !Keeps ? Mine : null;

    /// <summary>Partnerships to which it may be offered.</summary>
    public IReadOnlyList<SelectListItem> MayOffer => Keeps ? Choices(id => !It.Partnerships.Any(m => m.PartnershipId == id && m.ValidTo is null)) : [];

    /// <summary>Partnerships it may stop serving: any but the one that keeps its record, for that one; for another, itself.</summary>
    public IReadOnlyList<SelectListItem> MayStop => Choices(id => It.Partnerships.Any(m => m.PartnershipId == id && MayBeStopped(m)));

    private PartnershipMember? Mine => It.Partnerships.SingleOrDefault(m => m.PartnershipId == _mine);

    /// <summary>Null where the reader sees no such organisation.</summary>
    public static async Task<Memberships?> FindAsync(CareDbContext db, Actor actor, Guid id, CancellationToken cancel)
    {
        if (await db.FindKeptAsync(id, cancel) is not { } kept)
        {
            return null;
        }

        var partnerships = await db.Partnerships.OrderBy(p => p.Name).Take(MostPartnerships).Select(p => new { p.Id, p.Name }).ToListAsync(cancel);
        return new Memberships(kept.It, actor.Keeps(kept.It.PartnershipId, kept.Kind.Function), actor.PartnershipId!.Value, [.. partnerships.Select(p => (p.Id, p.Name))]);
    }

    public string NameOf(Guid partnership) => _partnerships.FirstOrDefault(p => p.Id == partnership).Name ?? "Another partnership";

    /// <summary>Whether the reader takes this offer back, having made it.</summary>
    public bool MayBeWithdrawn(PartnershipMember member) => Keeps && member.AcceptedOn is null;

    private bool MayBeStopped(PartnershipMember member) =>
        member is { ValidTo: null, AcceptedOn: not null } && member.PartnershipId != It.PartnershipId && (Keeps || member.PartnershipId == _mine);

    /// <summary>Decides and saves.</summary>
    /// <returns>What is wrong with it; null when it is done. The organisation is to be found anew after a refusal.</returns>
    public async Task<string?> DecideAsync(CareDbContext db, Func<Organisation, Outcome> decide, CancellationToken cancel)
    {
        if (decide(It).Refusal is { } refusal)
        {
            return refusal.Message;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateException failed) when (failed is DbUpdateConcurrencyException || failed.IsTaken(Constraints.PartnershipMember))
        {
            db.ChangeTracker.Clear();
            return Overtaken;
        }
    }

    private SelectListItem[] Choices(Func<Guid, bool> which) => [.. _partnerships.Where(p => which(p.Id)).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
}
