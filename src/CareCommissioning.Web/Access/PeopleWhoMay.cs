using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Access;

/// <summary>Whom something can be given to: the people of the partnership who hold a permission.</summary>
public static class PeopleWhoMay
{
    private const int Most = 500;

    /// <summary>By name, each with the role.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> PeopleWhoMayAsync(this CareDbContext db, Permission permission, CancellationToken cancel)
    {
        List<Role> roles = [.. AccessTable.Roles.Where(role => role.Value.Permissions.Contains(permission)).Select(role => role.Key)];
        var people = await db.Accounts.Where(a => a.DisabledAt == null && roles.Contains(a.Role)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(Most).Select(a => new { a.Id, a.DisplayName, a.Role }).ToListAsync(cancel);
        return [.. people.Select(person => new SelectListItem($"{person.DisplayName}, {person.Role.Describe().Name}", person.Id.ToString()))];
    }
}
