using System.Diagnostics.CodeAnalysis;

namespace CareCommissioning.Domain.Placements;

/// <summary>A person's NHS number: ten digits of which the last checks the others.</summary>
/// <remarks>Weights 10 to 2 on the first nine digits; r = Σ mod 11; the check digit is 11 − r, where 11 stands for 0 and 10 for no number at all (rules E18).</remarks>
public readonly record struct NhsNumber
{
    public const int Length = 10;

    private NhsNumber(string digits) => Digits = digits;

    /// <summary>Ten digits, nothing between them.</summary>
    public string Digits { get; }

    /// <summary>True in the range that is never issued, 999 000 0000 to 999 999 9999: the only one for demonstrations and tests.</summary>
    public bool IsReservedForTests => Digits.StartsWith("999", StringComparison.Ordinal);

    /// <summary>Reads a number as people write it, with spaces or hyphens anywhere. False when it has not ten digits, its check digit is wrong, or all digits are the same.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NhsNumber number)
    {
        number = default;
        var digits = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‐' or '–')));
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit) || digits.All(d => d == digits[0]) || CheckDigit(digits.AsSpan(0, Length - 1)) != digits[^1] - '0')
        {
            return false;
        }

        number = new NhsNumber(digits);
        return true;
    }

    /// <summary>The check digit of nine digits; null where there is none, so that no such number exists.</summary>
    /// <exception cref="ArgumentException">Not nine digits.</exception>
    public static int? CheckDigit(ReadOnlySpan<char> nine)
    {
        if (nine.Length != Length - 1 || nine.ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException("The first nine digits of an NHS number.", nameof(nine));
        }

        var sum = 0;
        for (var i = 0; i < nine.Length; i++)
        {
            sum += (nine[i] - '0') * (Length - i);
        }

        return (11 - (sum % 11)) switch
        {
            11 => 0,
            10 => null,
            var digit => digit,
        };
    }

    /// <summary>As it is printed: 943 476 5919.</summary>
    public override string ToString() => $"{Digits[..3]} {Digits[3..6]} {Digits[6..]}";
}
