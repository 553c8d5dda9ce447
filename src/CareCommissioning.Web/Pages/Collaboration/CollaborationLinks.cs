namespace CareCommissioning.Web.Pages.Collaboration;

/// <summary>Addresses of the pages about agreements.</summary>
public static class CollaborationLinks
{
    public const string Agreements = "/agreements";

    public static string Agreement(Guid id) => $"{Agreements}/{id}";
}
