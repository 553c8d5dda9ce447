using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Explained;

/// <summary>A version in plain language, from the same map: for people who use it, and for colleagues elsewhere; it prints as a leaflet (S0-023, S2-060).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    /// <summary>Names of those who answer for the steps.</summary>
    public IReadOnlyDictionary<Guid, string> Organisations { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Of all that is told of the steps; null where too little is.</summary>
    public int? Age => ReadingAge.Of(string.Join('\n', Desk.Open.Map.Steps.Select(TextOf)));

    /// <summary>Steps whose text is harder than the NHS writes, the hardest first.</summary>
    public IReadOnlyList<(Step Step, int Age)> Hard =>
        [.. Desk.Open.Map.Steps.Select(step => (Step: step, Age: ReadingAge.Of(TextOf(step)) ?? 0)).Where(pair => pair.Age > ReadingAge.Wanted).OrderByDescending(pair => pair.Age).ThenBy(pair => pair.Step.Name, StringComparer.Ordinal)];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Organisations = await Desk.NamesAsync(Desk.Open.Map, cancel);
        return Page();
    }

    /// <summary>What people are told of a step.</summary>
    public static string? TextOf(Step step) => step.PatientInformation ?? step.Description;

    /// <summary>"Most people", "about half": how often a way is taken, without figures that nobody feels.</summary>
    public static string HowMany(decimal? share) => share switch
    {
        null => "Some people",
        100 => "Everybody",
        >= 80 => "Most people",
        > 55 => "More than half",
        >= 45 => "About half",
        >= 20 => "Some people",
        _ => "A few people",
    };

    /// <summary>", within 7 days"; nothing where no wait is named.</summary>
    public static string Within(Move move) => move.WaitingStandardDays switch
    {
        null or 0 => "",
        1 => ", within a day",
        { } days => $", within {days} days",
    };

    /// <summary>When a step takes people, as one says it.</summary>
    public static string When(OpeningHours hours) => hours switch
    {
        OpeningHours.RoundTheClock => "Somebody is there day and night.",
        OpeningHours.ExtendedHours => "It is open in the evening or at weekends too.",
        _ => "It is open during the day from Monday to Friday.",
    };
}
