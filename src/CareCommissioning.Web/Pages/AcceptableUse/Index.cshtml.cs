using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.AcceptableUse;

/// <summary>The rules of use, for everybody to read.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
