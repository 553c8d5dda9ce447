using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Collaboration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Pack;

/// <summary>The papers of both boards in one: what is signed, by whom, what changes from today, figures, findings, equality, comments and answers (S0-011, S0-051).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>Comments printed, the latest; the page of comments has all.</summary>
    public const int MostComments = 100;

    public MapDesk Desk { get; } = desk;

    public Cohort Cohort { get; private set; } = null!;

    /// <summary>Null while it was never put to signature.</summary>
    public AgreementMatrix? Matrix { get; private set; }

    /// <summary>The version it is held against: the one agreed before, or today's map; null for the first.</summary>
    public PathwayVersion? Before { get; private set; }

    public VersionDifference? Difference { get; private set; }

    public PathwayFigures Figures { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<Discussion> Comments { get; private set; } = [];

    public string Picture { get; private set; } = "";

    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        var (open, version) = (Desk.Open, Desk.Open.Version);
        Cohort = (await db.Pathways.AsNoTracking().SingleAsync(p => p.Id == id, cancel)).Cohort;
        Matrix = await AgreementMatrix.OfAsync(db, db.Agreements.Where(a => a.SubjectId == version.Id), cancel);
        Before = await BeforeAsync(version, cancel);
        Difference = Before is null ? null : VersionDifference.Of(Before.Map, open.Map, Today);
        Figures = PathwayFigures.Of(open.Map, Today);
        Findings = ReadinessCheck.Of(open.Map, version.Outlook == Outlook.Future ? Before?.Map : null, Today);
        Comments = await db.Discussions.AsNoTracking().Include(d => d.Entries.OrderBy(e => e.Number)).Where(d => d.SubjectId == version.Id).OrderByDescending(d => d.StartedAt).ThenBy(d => d.Id).Take(MostComments).ToListAsync(cancel);
        Picture = MapPicture.Svg(open.Map, new MapPictureOptions { Title = $"Map of {open.Pathway}, {open.Title.ToLowerInvariant()}" });
        return Page();
    }

    /// <summary>Name of an element in the map that still or already has it.</summary>
    public string NameOf(Difference difference) => (difference.IsNow is null ? Before!.Map : Desk.Open.Map).NameOf(difference.Element);

    /// <summary>A finding, and what was decided about it.</summary>
    public static string InWords(Finding finding) => finding switch
    {
        { Severity: Severity.Error } => $"To be mended: {finding.Message}",
        { Accepted: { } accepted } => $"{finding.Message} Accepted by {accepted.By}: {accepted.Reason}",
        _ => $"{finding.Message} Not accepted.",
    };

    private async Task<PathwayVersion?> BeforeAsync(PathwayVersion version, CancellationToken cancel)
    {
        var earlier = db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == version.PathwayId && v.Number < version.Number);
        return await earlier.Where(v => v.Outlook == version.Outlook && (v.State == VersionState.Agreed || v.State == VersionState.Superseded)).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel)
            ?? await earlier.OrderByDescending(v => v.Outlook == Outlook.Current).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
    }
}
