namespace CareCommissioning.Web.Pages.Localities;

/// <summary>Addresses of the pages about localities.</summary>
public static class LocalityLinks
{
    public const string List = "/localities";
    public const string New = "/localities/new";

    public static string Change(Guid id) => $"{List}/{id}/change";
}
