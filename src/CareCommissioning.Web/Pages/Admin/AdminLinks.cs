namespace CareCommissioning.Web.Pages.Admin;

/// <summary>Addresses of the pages about accounts and invitations.</summary>
public static class AdminLinks
{
    public const string Accounts = "/admin/accounts";
    public const string Invitations = "/admin/invitations";
    public const string NewInvitation = "/admin/invitations/new";

    public static string Account(Guid id) => $"{Accounts}/{id}";

    public static string Terms(Guid id) => $"{Accounts}/{id}/change";
}
