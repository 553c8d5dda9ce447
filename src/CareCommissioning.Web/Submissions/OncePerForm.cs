using System.Buffers.Binary;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Submissions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Web.Submissions;

/// <summary>
/// Handles each form once. Every POST of somebody signed in is one transaction that first writes down the form's key: a double click waits for the
/// first and is answered as the first was, and a retry after an uncertain answer does nothing again. It commits when the handler redirects within
/// the site (post/redirect/get), however it says so, and rolls back when it shows the page again.
/// </summary>
public sealed class OncePerForm(CareDbContext db, CurrentActor current, TimeProvider clock, IUrlHelperFactory urls) : IAsyncPageFilter
{
    /// <summary>Name of the hidden field that <see cref="FormKeyTagHelper"/> puts into every form.</summary>
    public const string Field = "FormKey";

    /// <summary>When the form of this request was made: its key tells. Null when there is none.</summary>
    public static DateTimeOffset? MadeAt(HttpRequest request)
    {
        if (!request.HasFormContentType || !Guid.TryParse(request.Form[Field], out var key) || key.Version != 7)
        {
            return null;
        }

        // RFC 9562 §5.7: the first 48 bits are milliseconds since 1970.
        var bytes = key.ToByteArray(bigEndian: true);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16);
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || IsToldOfAFailure(context.HttpContext) || current.Actor.AccountId is not { } account)
        {
            await next();
            return;
        }

        var cancel = context.HttpContext.RequestAborted;
        var key = Guid.TryParse(request.Form[Field], out var sent) ? sent : Guid.CreateVersion7(clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var submission = new Submission(account, key, current.Page, clock.GetUtcNow());
        db.Submissions.Add(submission);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            context.Result = await AnsweredBeforeAsync(account, key, cancel);
            return;
        }

        var executed = await next();
        if (executed.Exception is null && Target(executed.Result, context) is { } target)
        {
            // Where an address is too long to keep, a second click leads home.
            submission.LedTo(target.Length <= Submission.MaxUrlLength ? target : "/");
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>The page that explains a refusal answers the same request a second time: it handles no form.</summary>
    private static bool IsToldOfAFailure(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private async Task<IActionResult> AnsweredBeforeAsync(Guid account, Guid key, CancellationToken cancel)
    {
        var url = await db.Submissions.Where(s => s.AccountId == account && s.FormKey == key).Select(s => s.ResultUrl).SingleAsync(cancel);
        return new LocalRedirectResult(url ?? "/");
    }

    /// <summary>Where a successful handler leads; null when it shows its page again or refuses.</summary>
    /// <exception cref="InvalidOperationException">It leads elsewhere: the person would be led on as if all were saved, and it could not be answered twice.</exception>
    private string? Target(IActionResult? result, PageHandlerExecutingContext context)
    {
        var url = urls.GetUrlHelper(context);
        return result switch
        {
            LocalRedirectResult local => Here(local.Url),
            RedirectResult plain => Here(plain.Url),
            RedirectToPageResult page => Here(url.Page(page.PageName, page.PageHandler, page.RouteValues, null, null, page.Fragment)),
            IKeepTempDataResult => Here(null),
            _ => null,
        };

        string Here(string? target) => url.IsLocalUrl(target) ? target : throw new InvalidOperationException($"{current.Page} leads to no page of this site, as a form that was handled must.");
    }
}
