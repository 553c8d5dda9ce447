using CareCommissioning.Domain.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Pages.Admin;
using CareCommissioning.Web.Pages.Governance.Audit;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Pathways;
using CareCommissioning.Web.Pages.Placements;
using CareCommissioning.Web.Pages.Services;
using CareCommissioning.Web.Pages.Teams;

namespace CareCommissioning.Web.Components.Navigation;

/// <summary>The one row of navigation. A context that has pages of its own adds its entry here; nobody sees more than <see cref="Most"/>.</summary>
public static class SiteNavigation
{
    /// <summary>More do not fit beside each other, nor into a mind.</summary>
    public const int Most = 7;

    private static readonly IReadOnlyList<(NavigationEntry Entry, Permission[] AnyOf)> All =
    [
        (new("Home", "/"), [Permission.UseTheProduct]),
        (new("Placements", PlacementLinks.List), [Permission.ViewPlacements]),
        (new("Pathways", PathwayLinks.List), [Permission.ViewPathways]),
        (new("Organisations", OrganisationLinks.List), [Permission.ViewOrganisations]),
        (new("Services", ServiceLinks.List), [Permission.ViewOrganisations]),
        (new("Teams", TeamLinks.List), [Permission.ViewOrganisations]),
        (new("Governance", AuditLinks.List), [Permission.ReadAuditLog]),
        (new("Administration", AdministrationLinks.Home), [Permission.ManageAccounts, Permission.ManageColleagues]),
    ];

    /// <summary>The entries whose pages <paramref name="actor"/> may open, in the order of the row.</summary>
    public static IReadOnlyList<NavigationEntry> For(Actor actor) =>
        [.. All.Where(item => item.AnyOf.Any(actor.May)).Select(item => item.Entry)];
}
