namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>Addresses of the pages about organisations.</summary>
public static class OrganisationLinks
{
    public const string List = "/organisations";
    public const string Offered = $"{List}?state={OrganisationFilters.Offered}";
    public const string New = "/organisations/new";
    public const string Kinds = "/organisations/kinds";
    public const string NewKind = "/organisations/kinds/new";

    public static string Details(Guid id) => $"{List}/{id}";

    public static string Change(Guid id) => $"{List}/{id}/change";

    public static string Rename(Guid id) => $"{List}/{id}/rename";

    public static string Close(Guid id) => $"{List}/{id}/close";

    public static string Serve(Guid id) => $"{List}/{id}/serve";

    public static string Offer(Guid id) => $"{Serve(id)}/offer";

    public static string StopServing(Guid id) => $"{Serve(id)}/stop";

    public static string EndKind(string code) => $"{Kinds}/{Uri.EscapeDataString(code)}/end";
}
