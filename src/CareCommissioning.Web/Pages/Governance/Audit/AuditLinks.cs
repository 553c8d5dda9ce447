using CareCommissioning.Web.Access;

namespace CareCommissioning.Web.Pages.Governance.Audit;

/// <summary>Addresses of the audit log.</summary>
public static class AuditLinks
{
    public const string List = "/governance/audit";
    public const string Export = "/governance/audit/export";

    public static string Line(long sequence) => $"{List}/{sequence}";

    /// <summary>What was done from one network address.</summary>
    public static string From(string address) => $"{List}?address={Uri.EscapeDataString(address)}";

    /// <summary>What somebody tried and failed at signing in on one day.</summary>
    public static string FailedSignIns(DateOnly day) => $"{List}?action={AccountEvents.SignInFailed}&from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}";

    /// <summary>The identities opened on one day.</summary>
    public static string Openings(DateOnly day) => $"{List}?action={Persistence.Auditing.Openings.Action}&from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}";
}
