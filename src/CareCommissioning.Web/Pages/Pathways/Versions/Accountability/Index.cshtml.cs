using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Accountability;

/// <summary>Who answers for each step, does it, is asked and is told: the RACI matrix from end to end, with its gaps (S2-041).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Steps for which nobody answers.</summary>
    public IReadOnlyList<Step> Gaps => [.. Desk.Open.Map.Steps.Where(step => step.Accountable is null)];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Names = await Desk.NamesAsync(Desk.Open.Map, cancel);
        return Page();
    }

    /// <summary>Names of organisations, one after the other; a dash for none.</summary>
    public string Of(params IEnumerable<Guid> organisations)
    {
        var named = organisations.Select(id => Names.GetValueOrDefault(id, "an organisation that is no longer here")).ToList();
        return named.Count == 0 ? "–" : string.Join(", ", named);
    }
}
