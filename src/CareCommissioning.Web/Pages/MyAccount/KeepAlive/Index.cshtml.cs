using CareCommissioning.Domain.Access;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.MyAccount.KeepAlive;

/// <summary>"Stay signed in": being asked is enough to keep the session; the answer says how long it lasts now.</summary>
[Requires(Permission.UseTheProduct)]
public sealed class IndexModel(TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(MyAccountLinks.Details);

    public IActionResult OnPost() =>
        new JsonResult(new { seconds = (int)(HttpContext.Session()!.EndsAt - clock.GetUtcNow()).TotalSeconds });
}
