using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>Who can own a pathway: those of the partnership who may draw it.</summary>
public static class PathwayOwners
{
    /// <summary>Offers them to a form and holds what was chosen against them.</summary>
    /// <param name="key">Name of the field, such as "Form.Owner".</param>
    public static async Task OfferAsync(CareDbContext db, PathwayForm form, ModelStateDictionary state, string key, CancellationToken cancel)
    {
        form.Owners = await db.PeopleWhoMayAsync(Permission.EditPathways, cancel);
        MapDesk.Hold(state, form.Owners, (key, form.Owner));
    }
}
