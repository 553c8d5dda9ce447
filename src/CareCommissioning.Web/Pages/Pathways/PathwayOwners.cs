using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>Who can own a pathway: those of the partnership who may draw it.</summary>
public static class PathwayOwners
{
    private const int Most = 500;

    private static readonly IReadOnlyList<Role> Drawers = [.. AccessTable.Roles.Where(role => role.Value.Permissions.Contains(Permission.EditPathways)).Select(role => role.Key)];

    /// <summary>By name, each with the role.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> OfAsync(CareDbContext db, CancellationToken cancel)
    {
        var people = await db.Accounts.Where(a => a.DisabledAt == null && Drawers.Contains(a.Role)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(Most).Select(a => new { a.Id, Name = a.DisplayName, a.Role }).ToListAsync(cancel);
        return [.. people.Select(person => new SelectListItem($"{person.Name}, {person.Role.Describe().Name}", person.Id.ToString()))];
    }

    /// <summary>Offers them to a form and holds what was chosen against them.</summary>
    /// <param name="key">Name of the field, such as "Form.Owner".</param>
    public static async Task OfferAsync(CareDbContext db, PathwayForm form, ModelStateDictionary state, string key, CancellationToken cancel)
    {
        form.Owners = await OfAsync(db, cancel);
        MapDesk.Hold(state, form.Owners, (key, form.Owner));
    }
}
