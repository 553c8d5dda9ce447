using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Lists;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Admin.Accounts;

/// <summary>The accounts one manages: those of the partnership for an administrator, of the own organisation for its approver.</summary>
[Requires(Permission.ManageAccounts, Permission.ManageColleagues)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    public AccountFilters Filters { get; private set; } = new();

    public ListPage<AccountRow> Accounts { get; private set; } = ListPage<AccountRow>.Empty;

    /// <summary>All that fit, or <see cref="CountWords.Take"/> where there are more.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<ManagedOrganisation> Organisations { get; private set; } = [];

    public async Task OnGetAsync(string? name, Guid? organisation, Role? role, string? state, string? before, string? after, CancellationToken cancel)
    {
        // A filter nobody could have chosen filters nothing.
        ModelState.Clear();
        Organisations = await db.ManagedAsync(current, clock, cancel);
        Filters = new AccountFilters(name?.Trim(), organisation, role, state);
        var place = ListPlace.Of(before, after, keys: 2);
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var accounts = Filters.Apply(db.Managed(current), today, now);
        var rows = await accounts.ByName(place, a => a.DisplayName, a => a.Id)
            .Select(a => new AccountRow(
                a.Id,
                a.DisplayName,
                db.Organisations.Where(o => o.Id == a.OrganisationId).Select(o => o.Name).FirstOrDefault() ?? "",
                a.Role,
                a.IsApprover,
                a.StartsOn,
                a.EndsOn,
                a.DisabledAt != null,
                a.Credentials.LockedUntil > now,
                a.LastSignedInAt))
            .ToListAsync(cancel);
        Accounts = place.Page(rows, row => [row.Name, row.Id.ToString()]);
        Count = await Accounts.CountAsync(accounts.OrderBy(a => a.DisplayName).ThenBy(a => a.Id), cancel);
    }
}

/// <summary>One line of the list.</summary>
public sealed record AccountRow(
    Guid Id, string Name, string Organisation, Role Role, bool IsApprover, DateOnly StartsOn, DateOnly? EndsOn, bool IsDisabled, bool IsLocked, DateTimeOffset? LastSignedInAt);

/// <summary>What narrows the list of accounts.</summary>
/// <param name="State">One of the constants, or anything else for all.</param>
public sealed record AccountFilters(string? Name = null, Guid? Organisation = null, Role? Role = null, string? State = null)
{
    public const string Active = "active";
    public const string Disabled = "disabled";
    public const string Ended = "ended";
    public const string Locked = "locked";

    public bool Any => !string.IsNullOrEmpty(Name) || Organisation is not null || Role is not null || State is Active or Disabled or Ended or Locked;

    public IQueryable<Account> Apply(IQueryable<Account> accounts, DateOnly today, DateTimeOffset now)
    {
        if (!string.IsNullOrEmpty(Name))
        {
            var pattern = Like.Contains(Name.Length > Account.MaxNameLength ? Name[..Account.MaxNameLength] : Name);
            accounts = accounts.Where(a => EF.Functions.ILike(a.DisplayName, pattern, Like.Escape));
        }

        if (Organisation is { } organisation)
        {
            accounts = accounts.Where(a => a.OrganisationId == organisation);
        }

        if (Role is { } role)
        {
            accounts = accounts.Where(a => a.Role == role);
        }

        return State switch
        {
            Active => accounts.Where(a => a.DisabledAt == null && a.StartsOn <= today && (a.EndsOn == null || today < a.EndsOn)),
            Disabled => accounts.Where(a => a.DisabledAt != null),
            Ended => accounts.Where(a => a.EndsOn <= today),
            Locked => accounts.Where(a => a.Credentials.LockedUntil > now),
            _ => accounts,
        };
    }
}

/// <summary>The accounts somebody manages. Row security shows names of many colleagues; these are the ones to change.</summary>
public static class ManagedAccounts
{
    public static IQueryable<Account> Managed(this CareDbContext db, CurrentActor current) =>
        current.Actor.May(Permission.ManageAccounts)
            ? db.Accounts.Where(a => db.Organisations.Any(o => o.Id == a.OrganisationId && o.PartnershipId == current.Actor.PartnershipId))
            : db.Accounts.Where(a => a.OrganisationId == current.Actor.OrganisationId);
}
