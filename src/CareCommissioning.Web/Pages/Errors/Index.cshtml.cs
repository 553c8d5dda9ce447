using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Errors;

/// <summary>What went wrong, in plain words and without a word about how the site works inside. Shown through UseStatusCodePagesWithReExecute and UseExceptionHandler.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SuppressMessage("Security", "S4502", Justification = "It changes nothing, and must answer the very post whose token was missing.")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : PageModel
{
    /// <summary>Ties what a person reports to the lines of the log and of the audit log.</summary>
    public string Reference { get; private set; } = "";

    public Explanation Explanation { get; private set; } = Explanation.Of(StatusCodes.Status500InternalServerError);

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // Taken from the route itself: binding reads the form too, and a form that cannot be read may be why we are here.
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);

        // Only what the server itself answered is believed: someone who opens /errors/200 sees that there is no such page.
        // An exception's status was chosen by Setup/ErrorPages and stands in the response already.
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var answered = failed || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        var answer = failed ? Response.StatusCode : status;
        var shown = answered && answer is >= 400 and <= 599 ? answer : StatusCodes.Status404NotFound;
        Response.StatusCode = shown;
        Explanation = Explanation.Of(shown);
        Reference = HttpContext.TraceIdentifier;
    }
}

/// <summary>One kind of failure for the person who met it.</summary>
public sealed record Explanation(string Heading, string WhatHappened, string WhatToDo)
{
    public static Explanation Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(
            "We could not read what you sent",
            "The page may have been open for a long time, or you may have signed in or out in another window.",
            "Go back, load the page again and send it once more. What you typed should still be there."),
        StatusCodes.Status401Unauthorized => new(
            "Sign in first",
            "You are not signed in, or your session has ended.",
            "Sign in, then open the page again."),
        StatusCodes.Status403Forbidden => new(
            "You cannot do this with your role",
            "You are signed in, but your role does not include this.",
            "If you need it for your work, ask the person who approves accounts in your organisation."),
        StatusCodes.Status404NotFound or StatusCodes.Status410Gone => new(
            "Page not found",
            "There is nothing for you at this address. It may have been typed wrongly, moved, or belong to another organisation.",
            "Check the address, or start from the home page."),
        StatusCodes.Status409Conflict => new(
            "Somebody else changed this first",
            "While you were working, another person saved a change to the same record.",
            "Go back, load the page again and look at what changed before you save."),
        StatusCodes.Status413PayloadTooLarge => new(
            "That is too large to send",
            "A file or text was larger than this page takes.",
            "Send a smaller file, or split it into parts."),
        StatusCodes.Status429TooManyRequests => new(
            "Too many requests",
            "This page was asked for too often in a short time.",
            "Wait a minute, then try again."),
        StatusCodes.Status503ServiceUnavailable => new(
            "The service is not available for the moment",
            "It may be starting, being updated, or very busy.",
            "Try again in a few minutes. Nothing that was saved is lost."),
        >= 500 => new(
            "Sorry, something went wrong",
            "The fault is ours, and it has been recorded.",
            "Try again in a few minutes. If it happens again, tell us the reference below."),
        _ => new(
            "That did not work",
            "The server could not do what was asked.",
            "Go back and try again, or start from the home page."),
    };
}
