namespace CareCommissioning.Web.Pages.History;

/// <summary>Addresses of the history of any record.</summary>
public static class HistoryLinks
{
    public static string Of(string table, string recordId) => $"/history/{table}/{Uri.EscapeDataString(recordId)}";
}
