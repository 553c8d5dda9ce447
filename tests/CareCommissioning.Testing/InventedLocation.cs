using System.Text;

namespace CareCommissioning.Testing;

/// <summary>A location that the regulator's directory of care could have. Valid as it stands: a test says what matters to it.</summary>
public sealed record InventedLocation(string Id)
{
    public string Name { get; init; } = "Invented House";

    public string ProviderId { get; init; } = "8-100";

    public string ProviderName { get; init; } = "Invented Care Ltd";

    public string Authority { get; init; } = "Liverpool";

    public string Postcode { get; init; } = "L8 1AA";

    public string Category { get; init; } = "Residential social care";

    public string Rating { get; init; } = "Good";

    /// <summary>Of the layout of 2021 only.</summary>
    public string CareHome { get; init; } = "Y";

    /// <summary>Of the layout of 2021 only.</summary>
    public string LocationType { get; init; } = "Social Care Org";

    /// <summary>Of the layout of 2026 only, as all below.</summary>
    public string ServiceTypes { get; init; } = "Care home service without nursing";

    public string Beds { get; init; } = "12";

    public string OpenedOn { get; init; } = "2015-04-01";

    public string ClosedOn { get; init; } = "";

    public string Dormant { get; init; } = "N";

    public string ProviderOpenedOn { get; init; } = "10/1/2010 12:00:00 AM";

    public string Ownership { get; init; } = "Organisation";

    /// <summary>A file in the layout of 2021: ratings of locations, without beds and days.</summary>
    public static string As2021(params IEnumerable<InventedLocation> locations) => Csv(
        "location_id,location_name,care_home,location_type,location_primary_inspection_category,location_post_code,location_local_authority,latest_rating,provider_id,provider_name,long",
        locations.Select(l => new[] { l.Id, l.Name, l.CareHome, l.LocationType, l.Category, l.Postcode, l.Authority, l.Rating, l.ProviderId, l.ProviderName, "-2.9" }));

    /// <summary>A file in the layout of 2026: with beds, services and days.</summary>
    public static string As2026(params IEnumerable<InventedLocation> locations) => Csv(
        "Location Name,Location ID,Location Local Authority,Primary inspection category,Service Types,Care homes beds,Location HSCA start date,Location HSCA end date,Dormant,Location Latest Overall Rating,Provider Name,Provider ID,Provider HSCA start date,Provider Ownership Type,Postcode,Service types",
        locations.Select(l => new[] { l.Name, l.Id, l.Authority, l.Category, l.ServiceTypes, l.Beds, l.OpenedOn, l.ClosedOn, l.Dormant, l.Rating, l.ProviderName, l.ProviderId, l.ProviderOpenedOn, l.Ownership, l.Postcode, "" }));

    private static string Csv(string header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder(header).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        }

        return text.ToString();
    }
}
