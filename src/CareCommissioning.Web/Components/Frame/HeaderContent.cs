namespace CareCommissioning.Web.Components.Frame;

/// <summary>One entry of the navigation.</summary>
/// <param name="Text">The word on it.</param>
/// <param name="Href">Where it leads; also the start of the addresses it stands for.</param>
public sealed record NavigationEntry(string Text, string Href)
{
    /// <summary>Whether <paramref name="path"/> is this entry's page or lies below it.</summary>
    public bool Covers(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the name bar shows the person who is looking.</summary>
/// <param name="ProductName">The product's name, which leads home.</param>
/// <param name="PartnershipName">The partnership they work in; null when signed out.</param>
/// <param name="LogoUrl">That partnership's logo on this site; null for its name in words.</param>
/// <param name="AccountName">Who is signed in; null shows a link to sign in.</param>
/// <param name="Navigation">The entries they may use, at most seven.</param>
public sealed record HeaderContent(
    string ProductName,
    string? PartnershipName,
    string? LogoUrl,
    string? AccountName,
    IReadOnlyList<NavigationEntry> Navigation)
{
    public const string CareCommissioning = "CareCommissioning";

    /// <summary>The bar before anybody has signed in.</summary>
    public static readonly HeaderContent SignedOut = new(CareCommissioning, null, null, null, []);
}

/// <summary>Holds the name bar's content during one request: whoever knows the person sets it, the layout shows it.</summary>
public sealed class HeaderContentSource
{
    public HeaderContent Content { get; set; } = HeaderContent.SignedOut;
}
