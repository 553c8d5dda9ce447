using System.Globalization;
using System.Text;
using System.Xml;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Words as they may stand in a file and on a map.</summary>
internal static class ExchangeText
{
    /// <summary>One line: control characters taken away, white space made single.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (MayStand(rune))
            {
                line.Append(rune);
            }
        }

        return line.ToString().Trim();
    }

    /// <summary>Several lines: control characters taken away, line breaks kept.</summary>
    public static string Lines(string? text)
    {
        var lines = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes().Where(rune => rune.Value is '\n' or '\t' || MayStand(rune)))
        {
            lines.Append(rune);
        }

        return lines.ToString().Trim();
    }

    /// <summary>At most so many characters, never half of one that takes two.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Whether two texts say the same, but for white space and what a file cannot hold.</summary>
    public static bool Same(string? one, string? other) => Line(one) == Line(other);

    /// <summary>A name that nothing has yet: the name itself, or with a number after it.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var (unique, number) = (name, 1);
        while (!taken.Add(unique))
        {
            number++;
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            unique = Cut(name, PathwayMap.MaxNameLength - ending.Length) + ending;
        }

        return unique;
    }

    private static bool MayStand(Rune rune) =>
        rune.Value != 0xFFFD && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned);
}
