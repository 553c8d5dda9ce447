using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Charts;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Pathways.Benefits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Experience;

/// <summary>What people who use services tell of a pathway: the curve of their experience, laid over the map, and their words by step and theme (S0-047, S0-048, S0-024).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, BenefitDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>The latest sessions: more than a pathway has.</summary>
    public const int Most = 100;

    public BenefitDesk Desk { get; } = desk;

    public IReadOnlyList<ExperienceSession> Sessions { get; private set; } = [];

    public PathwayExperience Experience { get; private set; } = null!;

    /// <summary>Null while there is nothing to show.</summary>
    public string? Chart { get; private set; }

    /// <summary>The map with what was told of its steps; null while there is nothing to show.</summary>
    public string? Picture { get; private set; }

    /// <summary>What the map itself comes to.</summary>
    public PathwayFigures Figures { get; private set; } = null!;

    public Guid? Step { get; private set; }

    public ExperienceTheme? Theme { get; private set; }

    public bool MayRecord => current.Actor.May(Permission.RecordExperience);

    /// <summary>Sessions of which single words may be shown.</summary>
    private IEnumerable<ExperienceSession> Open => Sessions.Where(session => session.People >= ExperienceSession.FewPeople);

    /// <summary>What was told, of a step or a theme where one is asked for.</summary>
    public IReadOnlyList<Touchpoint> Quotes => [.. Open.SelectMany(session => session.Touchpoints).Where(told => (Step is null || told.StepId == Step) && (Theme is null || told.Theme == Theme))];

    /// <summary>How often each theme was told, the most first.</summary>
    public IReadOnlyList<(ExperienceTheme Theme, int Times)> Themes => [.. Open.SelectMany(session => session.Touchpoints).GroupBy(told => told.Theme).Select(group => (group.Key, group.Count())).OrderByDescending(pair => pair.Item2)];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? step, ExperienceTheme? theme, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return NotFound();
        }

        (Step, Theme) = (step, theme is { } asked && Enum.IsDefined(asked) ? asked : null);
        Sessions = await db.ExperienceSessions.AsNoTracking().Include(s => s.Touchpoints.OrderBy(t => t.Number)).Where(s => s.PathwayId == id).OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.Id).Take(Most).ToListAsync(cancel);
        Experience = PathwayExperience.Of(Sessions, Desk.Map);
        Figures = PathwayFigures.Of(Desk.Map, clock.Today());
        Chart = ExperienceChart.Svg(Experience, Headline());
        var marks = Experience.Steps.Where(told => told.Step is { } on && !told.IsFew && Desk.Map.Node(on) is not null).ToDictionary(told => told.Step!.Value, told => $"{told.Difficulty:0.0} of 5");
        Picture = marks.Count == 0 ? null : MapPicture.Svg(Desk.Map, new MapPictureOptions { Title = $"How hard people found the steps of {Desk.Pathway.Name}", Marks = marks, MarksMean = "How hard people found it" });
        return Page();
    }

    /// <summary>The hardest step, in a sentence.</summary>
    public string Headline() => Experience.Steps.Where(step => !step.IsFew).MaxBy(step => step.Difficulty) is { } hardest
        ? $"The hardest for people is {hardest.Name}: {hardest.Difficulty:0.0} of 5"
        : "Nothing can be shown yet";
}
