namespace CareCommissioning.Web.Pages.Services;

/// <summary>Addresses of the pages about services.</summary>
public static class ServiceLinks
{
    public const string List = "/services";
    public const string New = "/services/new";
    public const string Import = "/services/import";

    /// <summary>The services of one provider.</summary>
    public static string Of(Guid provider) => $"{List}?provider={provider}";

    /// <summary>Registers a service of one provider.</summary>
    public static string NewOf(Guid provider) => $"{New}?provider={provider}";

    public static string Details(Guid id) => $"{List}/{id}";

    public static string Change(Guid id) => $"{List}/{id}/change";

    public static string Close(Guid id) => $"{List}/{id}/close";

    /// <summary>What an uploaded file would do.</summary>
    public static string Check(Guid upload) => $"{Import}/{upload}";

    /// <summary>The rows of an uploaded file that have a fault, as a file.</summary>
    public static string FailingRows(Guid upload) => $"{Import}/{upload}/failing-rows";
}
