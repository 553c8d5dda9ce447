namespace CareCommissioning.Web.Pages.Services;

/// <summary>Addresses of the pages about services.</summary>
public static class ServiceLinks
{
    public const string List = "/services";
    public const string New = "/services/new";
    public const string Import = "/services/import";

    public static string Details(Guid id) => $"{List}/{id}";

    public static string Change(Guid id) => $"{List}/{id}/change";

    public static string Close(Guid id) => $"{List}/{id}/close";
}
