using System.Security.Cryptography;
using System.Text;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Pathways;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Draw;

/// <summary>Makes the scene of an open map for the person who draws.</summary>
public sealed class Scenes(CareDbContext db, CurrentActor current, ChangeMap changes, IAntiforgery antiforgery, TimeProvider clock)
{
    /// <summary>Changes that are told one by one.</summary>
    public const int MostNews = 20;

    /// <param name="since">Number of the last change that the person knows of.</param>
    public async Task<Scene> OfAsync(OpenMap open, int since, HttpContext context, CancellationToken cancel)
    {
        var (version, map, me) = (open.Version, open.Map, current.Actor.AccountId);
        var layout = MapLayout.Of(map);
        var errors = ReadinessCheck.Of(map, null, clock.Today()).Where(finding => finding.Severity == Severity.Error).ToList();
        var marks = errors.ErrorMarks();
        var scenery = new Scenery(map, layout, marks);
        var news = await db.PathwayChanges.Where(c => c.VersionId == version.Id && c.Number > since).OrderByDescending(c => c.Number).Take(MostNews).Select(c => new SceneNews(c.ByName, c.Summary, c.By == me)).ToListAsync(cancel);
        news.Reverse();
        return new(
            version.Changes,
            antiforgery.GetAndStoreTokens(context).RequestToken!,
            MarkOf(me),
            MapPicture.Svg(layout, new MapPictureOptions { Title = "Map", Marks = marks, IdPrefix = "canvas" }),
            layout.Width,
            layout.Height,
            scenery.Stages,
            scenery.Boxes,
            scenery.Moves,
            map.Stages.Any(stage => stage.ByHand is not null),
            errors.Count,
            SceneChange.Of(await changes.NextToUndoAsync(version, cancel)),
            SceneChange.Of(await changes.NextToRedoAsync(version, cancel)),
            news);
    }

    /// <summary>Tells one account from another without naming it: an id holds 74 random bits, so that nobody finds it by trying.</summary>
    private static string MarkOf(Guid? account) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"canvas {account}")));
}
