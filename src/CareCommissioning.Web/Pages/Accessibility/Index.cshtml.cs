using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Accessibility;

/// <summary>The accessibility statement: what holds, what does not yet, and whom to tell.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
        // Nothing to load.
    }
}
