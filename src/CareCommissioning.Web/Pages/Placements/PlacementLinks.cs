using CareCommissioning.Domain.Placements;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Addresses of the pages about placements.</summary>
public static class PlacementLinks
{
    public const string List = "/placements";
    public const string New = "/placements/new";
    public const string Export = "/placements/export";
    public const string Outcomes = "/placements/outcomes";
    public const string ReviewRules = "/placements/review-rules";

    /// <summary>The list with its filters, as home pages lead there.</summary>
    public const string Mine = $"{List}?coordinator=me";
    public const string Running = $"{List}?stage=Started";
    public const string ToApprove = $"{List}?toApprove=true";

    /// <summary>People of one care co-ordinator of the own team with a placement under way.</summary>
    public static string RunningOf(Guid coordinator) => $"{Running}&coordinator={coordinator}";

    public static string Due(ReviewUrgency urgency, bool mine = false, DateOnly? by = null) => $"{List}?review={urgency}{(by is null ? "" : $"&dueBy={by:yyyy-MM-dd}")}{(mine ? "&coordinator=me" : "")}";

    public static string ReviewRule(ReviewCause cause) => $"{ReviewRules}/{cause}";

    public static string NewFor(Guid person) => $"{New}?person={person}";

    public static string Details(Guid id) => $"{List}/{id}";

    public static string WhoItIs(Guid id) => $"{List}/{id}/person";

    public static string Service(Guid id) => $"{List}/{id}/service";

    public static string Funding(Guid id) => $"{List}/{id}/funding";

    public static string Legal(Guid id) => $"{List}/{id}/legal";

    public static string Start(Guid id) => $"{List}/{id}/start";

    public static string Approve(Guid id) => $"{List}/{id}/approve";

    public static string Withdraw(Guid id) => $"{List}/{id}/withdraw";

    public static string Review(Guid id) => $"{List}/{id}/review";

    public static string Goals(Guid id) => $"{List}/{id}/goals";

    public static string End(Guid id) => $"{List}/{id}/end";

    public static string Fee(Guid id) => $"{List}/{id}/fee";

    public static string Coordinator(Guid id) => $"{List}/{id}/coordinator";

    public static string HandOver(Guid id) => $"{List}/{id}/hand-over";
}
