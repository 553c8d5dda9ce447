using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Collaboration;
using CareCommissioning.Web.Pages.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>What pathways bring to somebody's morning: signatures that wait for their organisation, comments to answer, and what they are asked to comment on.</summary>
public static class PathwaysAtHome
{
    /// <summary>Versions shown: the latest put out to consultation.</summary>
    private const int Most = 3;

    public static async Task<IReadOnlyList<WorklistCount>> OfAsync(CareDbContext db, Actor actor, CancellationToken cancel)
    {
        var counts = new List<WorklistCount>();
        if (actor.May(Permission.SignAgreements))
        {
            var waiting = await db.Agreements.WaitingFor(actor.OrganisationId!.Value).OrderBy(a => a.Id).Take(CountWords.Take).CountAsync(cancel);
            if (waiting > 0)
            {
                counts.Add(new(CountWords.Of(waiting, "agreement to sign", "agreements to sign"), "Your organisation is asked for its position", $"{CollaborationLinks.Agreements}?mine=true"));
            }
        }

        if (!actor.May(Permission.CommentOnPathways))
        {
            return counts;
        }

        var draws = actor.May(Permission.EditPathways);
        var consulted = await db.PathwayVersions.Where(v => v.State == VersionState.InConsultation).OrderByDescending(v => v.StartedAt).ThenBy(v => v.Id).Take(Most)
            .Select(v => new
            {
                v.PathwayId,
                v.Number,
                v.Outlook,
                Pathway = db.Pathways.Where(p => p.Id == v.PathwayId).Select(p => p.Name).First(),
                Open = db.Discussions.Count(d => d.SubjectId == v.Id && d.State == DiscussionState.Open),
                Urgent = db.Discussions.Count(d => d.SubjectId == v.Id && d.State == DiscussionState.Open && d.IsUrgent),
            }).ToListAsync(cancel);
        counts.AddRange(consulted.Where(v => !draws || v.Open > 0).Select(v => draws
            ? new WorklistCount(
                CountWords.Of(v.Open, "comment to answer", "comments to answer"),
                $"{v.Pathway}, {PathwayWords.VersionName(v.Number, v.Outlook).ToLowerInvariant()}{(v.Urgent > 0 ? $": {v.Urgent} urgent" : "")}",
                $"{PathwayLinks.Comments(v.PathwayId, v.Number)}?open=true")
            : new WorklistCount(v.Pathway, $"{PathwayWords.VersionName(v.Number, v.Outlook)}: say what you think of it", PathwayLinks.Map(v.PathwayId, v.Number))));
        return counts;
    }
}
