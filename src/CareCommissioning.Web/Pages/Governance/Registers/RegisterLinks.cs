using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Governance;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>Addresses of the registers' pages.</summary>
public static class RegisterLinks
{
    public const string All = "/registers";

    /// <summary>What people find effective against who offers it.</summary>
    public const string Matrix = "/registers/what-helps/matrix";

    public static string Of(RegisterKind kind) => $"{All}/{kind.Code}";

    /// <param name="from">The statement that nobody offers, from which a gap is written down.</param>
    public static string New(RegisterKind kind, Guid? from = null) => $"{Of(kind)}/new" + (from is null ? "" : $"?from={from}");

    public static string Entry(string kind, Guid id) => $"{All}/{kind}/{id}";

    public static string Change(string kind, Guid id) => $"{Entry(kind, id)}/change";

    /// <summary>What is chosen from a list of things to tie to: the sort of thing and its id in one word.</summary>
    public static string Choice(LinkEnd end, Guid id) => $"{end}:{id}";
}
