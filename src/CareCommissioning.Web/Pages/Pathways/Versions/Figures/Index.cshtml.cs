using System.Globalization;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Pathways;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Figures;

/// <summary>What follows from a map: people, places, money, hand-offs; each figure with its working (S0-041, S0-049).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk, TimeProvider clock) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public PathwayFigures Figures { get; private set; } = null!;

    /// <summary>How far NHS and council are one on the map (S2-003).</summary>
    public JointWorking Joint { get; private set; } = null!;

    /// <summary>Benefits that both own, of all that were not withdrawn.</summary>
    public (int Count, int All) JointIndicators { get; private set; }

    /// <summary>Names of the organisations that the map speaks of.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Versions to hold it against.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    /// <summary>The one it is held against: the latest of the other outlook, unless another is asked for; null where there is no other.</summary>
    public PathwayVersion? Beside { get; private set; }

    public PathwayFigures? BesideFigures { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int n, int? with, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Figures = PathwayFigures.Of(Desk.Open.Map, clock.Today());
        Names = await Desk.NamesAsync(Desk.Open.Map, cancel);
        Joint = JointWorking.Of(Figures, await db.SidesAsync([.. Desk.Open.Map.Organisations], cancel));
        JointIndicators = await db.JointIndicatorsAsync(id, cancel);
        var others = await db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == id && v.Number != n).OrderByDescending(v => v.Outlook != Desk.Open.Version.Outlook).ThenByDescending(v => v.Number)
            .Take(Pathways.Details.IndexModel.MostVersions).Select(v => new { v.Number, v.Outlook }).ToListAsync(cancel);
        Others = [.. others.Select(v => new SelectListItem(PathwayWords.VersionName(v.Number, v.Outlook), v.Number.ToString(CultureInfo.InvariantCulture)))];
        var chosen = others.Find(v => v.Number == with)?.Number ?? others.FirstOrDefault()?.Number;
        Beside = chosen is null ? null : await db.PathwayVersions.AsNoTracking().SingleAsync(v => v.PathwayId == id && v.Number == chosen, cancel);
        BesideFigures = Beside is null ? null : PathwayFigures.Of(Beside.Map, clock.Today());
        return Page();
    }

    public string NameOf(Guid organisation) => Names.GetValueOrDefault(organisation, "An organisation that is no longer here");

    /// <summary>What two versions come to, line by line.</summary>
    public static IEnumerable<(string What, string There, string Here)> Whole(PathwayFigures there, PathwayFigures here) =>
        new (string What, Func<PathwayFigures, string> Say)[]
        {
            ("Cost a year", it => $"£{it.TotalCost:N0}"),
            ("Cost for each person who enters", it => it.CostPerPerson is { } each ? $"£{each:N0}" : "–"),
            ("Spent in the community", it => it.CommunityShare?.ToString("P0") ?? "–"),
            ("Community steps", it => it.CommunitySteps.ToString(CultureInfo.InvariantCulture)),
            ("Community after hospital", it => it.CommunityReach?.ToString("P0") ?? "–"),
            ("Hand-offs for each person", it => it.HandOffs?.ToString("0.0") ?? "–"),
            ("Told again", it => it.Reassessments?.ToString("0.0") ?? "–"),
            ("Ease of finding one’s way, of 100", it => it.Navigability?.ToString("0") ?? "–"),
            ("Hospital beds", it => it.Steps.Where(step => step.Step is { Setting: Setting.Inpatient, CapacityUnit: CapacityUnit.Beds }).Sum(step => step.Step.Capacity ?? 0).ToString("N0")),
        }.Select(line => (line.What, line.Say(there), line.Say(here)));

    /// <summary>"45 %, 3 steps".</summary>
    public static string InMix(PathwayFigures figures, Setting setting) => figures.BySetting.FirstOrDefault(mix => mix.Name == setting.ToString()) is { } mix
        ? $"{(figures.TotalCost > 0 ? (mix.Cost / figures.TotalCost).ToString("P0") : "–")}, {(mix.Steps == 1 ? "1 step" : $"{mix.Steps} steps")}"
        : "–";

    /// <summary>The capacity plan as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        IEnumerable<string?[]> rows = [
            ["Step", "People a year", "Counted in", "Capacity", "Load", "Needed at 85 %", "Gap", "Utilisation %", "Chance of waiting %", "Cost a year"],
            .. PathwayFigures.Of(Desk.Open.Map, clock.Today()).Steps.Select(Row)];
        await Response.WriteCsvAsync("capacity-plan.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private static string?[] Row(StepFigures step) =>
    [
        step.Step.Name, Number(step.FlowPerYear), step.Step.CapacityUnit?.Name(), step.Step.Capacity?.ToString("0.##"), Number(step.Load), step.Needed?.ToString("0"), step.Gap?.ToString("0.##"),
        Number(step.Utilisation * 100), Number(step.WaitChance * 100), step.CostPerYear?.ToString("0.00"),
    ];

    private static string? Number(double? number) => number?.ToString("0.##");
}
