using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CareCommissioning.Web.Submissions;

/// <summary>
/// A form whose token no longer holds, because its person signed out and in again in another tab, or somebody else did, is refused as ever; but it goes to
/// the page that gives its person their words back, instead of one that says only that it could not be read.
/// </summary>
public sealed class StaleForms(FormOwners owners) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is IAntiforgeryValidationFailedResult
            && await request.FormOrEmptyAsync() is var form
            && (owners.Of(form) is not null || form.ContainsKey(HeldPosts.Field)))
        {
            // 307 keeps method and body.
            context.Result = new LocalRedirectResult(SignInLinks.Kept(request.PathBase + request.Path + request.QueryString), permanent: false, preserveMethod: true);
        }

        await next();
    }
}
