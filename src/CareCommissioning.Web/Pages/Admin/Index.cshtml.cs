using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Pages.Localities;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Services;
using CareCommissioning.Web.Pages.Teams;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Admin;

/// <summary>The way to what an administrator, or an approver, keeps.</summary>
[Requires(Permission.ManageAccounts, Permission.ManageColleagues)]
public sealed class IndexModel(CurrentActor current) : PageModel
{
    private static readonly IReadOnlyList<(AdministrationPage Page, Permission[] AnyOf)> All =
    [
        (new("Accounts", AdministrationLinks.Accounts, "Who may sign in, in which role and until when"), [Permission.ManageAccounts, Permission.ManageColleagues]),
        (new("Invitations", AdministrationLinks.Invitations, "Offer an account to a colleague, and see who has not answered"), [Permission.ManageAccounts, Permission.ManageColleagues]),
        (new("Organisations", OrganisationLinks.List, "Commissioners, providers, practices, regulators and service-user groups"), [Permission.ManageOrganisations]),
        (new("Care directory", ServiceLinks.Import, "Bring providers and their services in from the regulator’s file"), [Permission.ManageProviders]),
        (new("Kinds of organisation", OrganisationLinks.Kinds, "Primary care trust, integrated care board and the rest, with their years"), [Permission.ManageOrganisationKinds]),
        (new("Localities", LocalityLinks.List, "The parts of your partnership’s area"), [Permission.ManageLocalities]),
        (new("Teams", TeamLinks.List, "Who looks after service users together, and who manages them"), [Permission.ManageTeams]),
    ];

    public IReadOnlyList<AdministrationPage> Pages => [.. All.Where(item => item.AnyOf.Any(current.Actor.May)).Select(item => item.Page)];
}

/// <summary>One of the pages, and what it is for.</summary>
public sealed record AdministrationPage(string Name, string Url, string Purpose);
