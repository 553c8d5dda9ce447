namespace CareCommissioning.Web.Pages.Teams;

/// <summary>Addresses of the pages about teams.</summary>
public static class TeamLinks
{
    public const string List = "/teams";
    public const string New = "/teams/new";

    public static string Of(Guid organisation) => $"{List}?organisation={organisation}";

    public static string In(Guid locality) => $"{List}?locality={locality}";

    public static string Details(Guid id) => $"{List}/{id}";

    public static string Change(Guid id) => $"{List}/{id}/change";

    public static string Members(Guid id) => $"{List}/{id}/members";

    public static string Close(Guid id) => $"{List}/{id}/close";
}
