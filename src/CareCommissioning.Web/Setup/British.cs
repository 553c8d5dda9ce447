using System.Globalization;

namespace CareCommissioning.Web.Setup;

/// <summary>Dates, money and sorting as people in England write them, whatever the server's own settings.</summary>
public static class British
{
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Every thread of this process from now on.</summary>
    public static void UseEverywhere(this CultureInfo culture) =>
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture, CultureInfo.CurrentCulture) = (culture, culture, culture);
}
