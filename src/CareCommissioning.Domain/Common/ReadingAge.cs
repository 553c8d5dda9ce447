namespace CareCommissioning.Domain.Common;

/// <summary>How old somebody is, at school, who reads a text with ease.</summary>
public static class ReadingAge
{
    /// <summary>What the NHS writes for: readers of 9 to 11 years.</summary>
    public const int Wanted = 11;

    /// <summary>Fewer words tell nothing.</summary>
    public const int FewestWords = 20;

    private const int Youngest = 5;
    private const int Oldest = 22;

    /// <summary>By the automated readability index: 4.71 × letters ÷ words + 0.5 × words ÷ sentences − 21.43, rounded up, is a school year; with 5 it is an age.</summary>
    /// <returns>Years, 5 to 22; null for a text of fewer than <see cref="FewestWords"/> words.</returns>
    /// <remarks>It counts letters and not syllables, so that it is the same on every machine. Source: Smith and Senter, Automated readability index, AMRL-TR-66-220, 1967.</remarks>
    public static int? Of(string? text)
    {
        var (letters, words, sentences) = Count(text ?? "");
        if (words < FewestWords)
        {
            return null;
        }

        var year = (4.71 * letters / words) + (0.5 * words / Math.Max(1, sentences)) - 21.43;
        return Math.Clamp((int)Math.Ceiling(year) + 5, Youngest, Oldest);
    }

    private static (int Letters, int Words, int Sentences) Count(string text)
    {
        var (letters, words, sentences) = (0, 0, 0);
        var (inWord, isOpen) = (false, false);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters++;
                words += inWord ? 0 : 1;
                (inWord, isOpen) = (true, true);
            }
            else
            {
                // What joins two parts of one word.
                inWord = inWord && c is ('\'' or '’' or '-');
                if (isOpen && c is ('.' or '!' or '?' or '\n'))
                {
                    sentences++;
                    isOpen = false;
                }
            }
        }

        return (letters, words, sentences + (isOpen ? 1 : 0));
    }
}
