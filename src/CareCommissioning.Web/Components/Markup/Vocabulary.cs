namespace CareCommissioning.Web.Components;

/// <summary>Sizes of labels, legends, captions and headings.</summary>
public enum TextSize
{
    /// <summary>That of the text around it.</summary>
    Default,
    Xxs,
    Xs,
    S,
    M,
    L,
    Xl,
    Xxl,
}

/// <summary>Where a caption stands to its heading; Before and After are outside the heading element.</summary>
public enum CaptionPlacement
{
    Start,
    End,
    Before,
    After,
}

public enum ButtonVariant
{
    Primary,
    Secondary,
    SecondarySolid,
    Reverse,
    Warning,
    Brand,
    Login,
}

/// <summary>Colours of tags. Default is the kit's own; None is without any.</summary>
public enum TagColour
{
    Default,
    None,
    White,
    Grey,
    Green,
    AquaGreen,
    Blue,
    Purple,
    Pink,
    Red,
    Orange,
    Yellow,
}

public enum CardVariant
{
    Plain,
    Feature,
    Primary,
    Secondary,
    Warning,
    NonUrgent,
    Urgent,
    Emergency,
}

public enum SortDirection
{
    /// <summary>The list cannot be ordered by this column.</summary>
    Unset,

    /// <summary>It can, and is not now.</summary>
    None,
    Ascending,
    Descending,
}

public enum CellAlignment
{
    Unset,
    Left,
    Centre,
    Right,
}

internal static class VocabularyNames
{
    /// <summary>The kit's spelling of a member: AquaGreen is aqua-green.</summary>
    public static string Kebab<T>(this T member)
        where T : struct, Enum =>
        string.Concat(member.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
