using System.Globalization;
using System.Text;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>How wide text is at most, and where its lines break. No font is at hand, so widths are those of the widest usual sans serif.</summary>
internal static class TextFit
{
    /// <summary>Size of a box's name, in pixels.</summary>
    public const int NameSize = 13;

    /// <summary>From one line of a name to the next.</summary>
    public const int NameLine = 17;

    /// <summary>Size of notes, shares and marks.</summary>
    public const int SmallSize = 11;

    public const int SmallLine = 15;

    public const int HeaderSize = 14;

    public const int HeaderLine = 19;

    private const double BoldIsWider = 1.1;

    /// <summary>Lines that are no wider than <paramref name="width"/>, broken between words where possible, else between characters as a reader sees them.</summary>
    /// <returns>At least one line.</returns>
    public static IReadOnlyList<string> Wrap(string text, int width, int size, bool bold = false)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        foreach (var word in Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var together = line.Length == 0 ? word : $"{line} {word}";
            if (Width(together, size, bold) <= width)
            {
                line.Clear().Append(together);
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line.ToString());
            }

            line.Clear().Append(Break(word, width, size, bold, lines));
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>One line, cut with an ellipsis where it would be wider.</summary>
    public static string Cut(string text, int width, int size)
    {
        var whole = Clean(text);
        if (Width(whole, size) <= width)
        {
            return whole;
        }

        var cut = new StringBuilder();
        foreach (var seen in Characters(whole))
        {
            if (Width($"{cut}{seen}…", size) > width)
            {
                break;
            }

            cut.Append(seen);
        }

        return $"{cut}…";
    }

    public static int Width(string text, int size, bool bold = false) =>
        (int)Math.Ceiling(text.EnumerateRunes().Sum(Width) * size * (bold ? BoldIsWider : 1));

    /// <summary>Whether some character's width is only guessed; its drawing is then clipped to the box.</summary>
    public static bool IsGuessed(string text) => text.Any(c => c is > '\u024F' and not ('…' or '–' or '—' or '‘' or '’' or '“' or '”'));

    /// <summary>Without what XML does not allow and what would change the direction of the text around it; blanks of all kinds become spaces.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (!IsDropped(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsDropped(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF or 0xFFFD or 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Break(string word, int width, int size, bool bold, List<string> lines)
    {
        var (rest, used) = (new StringBuilder(), 0);
        foreach (var seen in Characters(word))
        {
            var more = Width(seen, size, bold);
            if (rest.Length > 0 && used + more > width)
            {
                // A hyphen is where people would break it themselves.
                var part = rest.ToString();
                var end = part.LastIndexOf('-') + 1;
                end = end == 0 ? part.Length : end;
                lines.Add(part[..end]);
                rest.Remove(0, end);
                used = Width(part[end..], size, bold);
            }

            rest.Append(seen);
            used += more;
        }

        return rest.ToString();
    }

    private static IEnumerable<string> Characters(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    /// <summary>In parts of the font's size.</summary>
    private static double Width(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '‘' or '’' => 0.34,
        'r' or 't' or 'f' or '(' or ')' or '[' or ']' or '-' or '/' or '\\' or '"' => 0.42,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.0,
        'Q' or 'O' or 'G' or 'D' or 'H' or 'N' or '&' or '+' or '=' or '<' or '>' or '~' or '^' or '#' => 0.84,
        >= 'A' and <= 'Z' => 0.72,
        < 0x80 => 0.64,
        < 0x250 => 0.8,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        < 0x0700 => 0.85,
        _ => 1.3,
    };
}
