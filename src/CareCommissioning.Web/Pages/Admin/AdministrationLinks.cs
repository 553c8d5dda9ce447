namespace CareCommissioning.Web.Pages.Admin;

/// <summary>Addresses of what an administrator or an approver keeps.</summary>
public static class AdministrationLinks
{
    public const string Home = "/admin";
    public const string Accounts = "/admin/accounts";
    public const string Invitations = "/admin/invitations";
    public const string NewInvitation = "/admin/invitations/new";

    public static string Account(Guid id) => $"{Accounts}/{id}";

    public static string Terms(Guid id) => $"{Accounts}/{id}/change";
}
