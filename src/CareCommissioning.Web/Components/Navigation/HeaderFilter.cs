using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Components.Navigation;

/// <summary>Fills the name bar of every page that is shown: who is signed in, where they work, what they may open.</summary>
public sealed class HeaderFilter(CareDbContext db, CurrentActor current, HeaderContentSource header) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is PageResult && current.Actor.AccountId is not null)
        {
            var actor = current.Actor;
            var mustDoSomethingFirst = context.HttpContext.User.HasClaim(claim => claim.Type == ActorClaims.Pending);
            header.Content = new HeaderContent(
                HeaderContent.CareCommissioning,
                await PartnershipNameAsync(context.HttpContext),
                null,
                actor.Name,
                mustDoSomethingFirst ? [] : SiteNavigation.For(actor));
        }

        await next();
    }

    /// <summary>Null on the page that tells of a failure, which may be the database's.</summary>
    private async Task<string?> PartnershipNameAsync(HttpContext context) =>
        current.Actor.PartnershipId is { } partnership && context.Response.StatusCode < StatusCodes.Status500InternalServerError
            ? await db.Partnerships.Where(p => p.Id == partnership).Select(p => p.Name).SingleOrDefaultAsync(context.RequestAborted)
            : null;
}
