using System.Globalization;
using System.Text;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Text broken into lines that fit a width, without measuring letters: a letter counts as one, a wide one (as in Chinese, or an emoji) as two.</summary>
internal static class WrappedText
{
    /// <param name="most">Letters in a line.</param>
    public static IReadOnlyList<string> Break(string text, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, most)))
        {
            var width = Width(word);
            if (used > 0 && used + 1 + width > most)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            line.Append(used > 0 ? " " : "").Append(word);
            used += width + (used > 0 ? 1 : 0);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>How many letters' room a text takes.</summary>
    public static int Width(string text) => Elements(text).Sum(WidthOf);

    private static int WidthOf(string element) => char.ConvertToUtf32(element, 0) is var code && (code >= 0x1100 || element[0] is 'W' or 'M') ? 2 : 1;

    /// <summary>A word that is longer than a line, in parts.</summary>
    private static IEnumerable<string> Pieces(string word, int most)
    {
        var piece = new StringBuilder();
        var used = 0;
        foreach (var element in Elements(word))
        {
            if (used + WidthOf(element) > most)
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }

            piece.Append(element);
            used += WidthOf(element);
        }

        yield return piece.ToString();
    }

    /// <summary>What a reader sees as one letter; half a surrogate pair is left out.</summary>
    private static IEnumerable<string> Elements(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            if (!char.IsSurrogate(letter[0]) || (letter.Length > 1 && char.IsSurrogatePair(letter[0], letter[1])))
            {
                yield return letter;
            }
        }
    }
}
