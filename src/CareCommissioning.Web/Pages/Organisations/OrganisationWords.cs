using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>What organisations do and who owns them, as people say it.</summary>
public static class OrganisationWords
{
    /// <summary>Why a code cannot be given.</summary>
    public const string CodeIsTaken = "Another organisation of your partnership has this code";

    public static string Name(this OrganisationFunction function) => function switch
    {
        OrganisationFunction.NhsCommissioner => "NHS commissioner",
        OrganisationFunction.LocalAuthority => "Local authority",
        OrganisationFunction.Provider => "Provider",
        OrganisationFunction.Practice => "Practice or consortium",
        OrganisationFunction.Regulator => "Regulator",
        OrganisationFunction.ServiceUserGroup => "Service-user group",
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };

    public static string Name(this Sector sector) => sector switch
    {
        Sector.Nhs => "NHS",
        Sector.Private => "Private",
        Sector.Voluntary => "Voluntary",
        Sector.Council => "Council",
        _ => throw new ArgumentOutOfRangeException(nameof(sector), sector, null),
    };

    public static IEnumerable<SelectListItem> Functions { get; } =
        [.. Enum.GetValues<OrganisationFunction>().Select(f => new SelectListItem(f.Name(), f.ToString()))];

    public static IEnumerable<SelectListItem> Sectors { get; } =
        [.. Enum.GetValues<Sector>().Select(s => new SelectListItem(s.Name(), s.ToString()))];

    /// <summary>"Primary care trust (1 April 2002 to 31 March 2013)": a kind that has ended says so where it is chosen.</summary>
    public static string NameWithYears(this OrganisationKind kind) =>
        kind.ValidTo is { } end ? $"{kind.Name} ({kind.ValidFrom.InWords()} to {end.LastDay().InWords()})" : kind.Name;

    /// <summary>What the partial view of an <see cref="OrganisationChoice"/> asks.</summary>
    public static ViewDataDictionary Choice(ViewDataDictionary page, string label, string hint) =>
        new(page) { ["ChoiceLabel"] = label, ["ChoiceHint"] = hint };
}
