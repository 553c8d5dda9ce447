using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareCommissioning.Web.Components.Frame;

/// <summary>The end of every change: go to a page that shows it, with a banner that says so.</summary>
public static class DoneExtensions
{
    private const string Key = "Done";

    /// <summary>Redirects to <paramref name="url"/>, which shows <paramref name="message"/> once. Reloading that page sends nothing again.</summary>
    /// <param name="message">What was done, in the past tense: "Placement ended on 14 March 2026".</param>
    /// <param name="url">An address on this site; any other throws when the answer is written.</param>
    public static IActionResult Done(this PageModel page, string message, string url)
    {
        page.TempData[Key] = message;
        return page.LocalRedirect(url);
    }

    /// <summary>The message of the change just made, told once; null when there is none.</summary>
    public static string? TakeDone(this ITempDataDictionary tempData) => tempData[Key] as string;
}
