using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.ChoicePoints;

/// <summary>Where on the pathway something is chosen: by whom, told what, between what, and how many took which option (S0-043, S2-029, S2-030).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public IReadOnlyDictionary<Guid, string> Organisations { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Names of the pathways in which exits go on.</summary>
    public IReadOnlyDictionary<Guid, string> Pathways { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Choice points at which there is no choice, whatever the reason.</summary>
    public int WithoutChoice => Desk.Open.Map.ChoicePoints.Count(choice => Desk.Open.Map.From(choice.Id).Count() < 2);

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Organisations = await Desk.NamesAsync(Desk.Open.Map, cancel);
        var continued = Desk.Open.Map.Exits.Select(exit => exit.ContinuesIn).OfType<Guid>().ToList();
        Pathways = await db.Pathways.Where(p => continued.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return Page();
    }

    /// <summary>"30 (75 %)": people who took an option in the last year, and their share where every option of the choice point was counted.</summary>
    public string Took(Move option)
    {
        if (option.Uptake is not { } uptake)
        {
            return "not counted";
        }

        var counts = Desk.Open.Map.From(option.From).Select(move => move.Uptake).ToList();
        return counts.Contains(null) || counts.Sum() == 0 ? $"{uptake:N0}" : $"{uptake:N0} ({100m * uptake / counts.Sum()!.Value:0} %)";
    }

    /// <summary>"Mersey Vale or Harbour"; a dash where nothing is said.</summary>
    public string Between(Move option) => option.Providers.Count == 0 ? "–" : string.Join(" or ", option.Providers.Select(provider => Organisations.GetValueOrDefault(provider, "an organisation that is no longer here")));

    /// <summary>Where an option leads, and the pathway that goes on there.</summary>
    public string To(Move option) => Desk.Open.Map.Node(option.To) switch
    {
        Exit { ContinuesIn: { } pathway } exit => $"{exit.Name}, then the pathway {Pathways.GetValueOrDefault(pathway, "that is no longer here")}",
        { } node => node.Name,
        _ => "",
    };
}
