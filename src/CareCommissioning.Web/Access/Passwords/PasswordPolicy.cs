using System.Collections.Frozen;
using System.Text;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Access.Passwords;

/// <summary>What a new password must be: long, not one that everybody chooses, and not just the name of the person, the place or the product.</summary>
/// <remarks>Nothing is asked about kinds of characters, and a password never grows old (NIST SP 800-63B 3.1.1.2; ASVS V6.2).</remarks>
public sealed class PasswordPolicy(CareDbContext db) : IPasswordValidator<Account>
{
    /// <summary>Fewest characters (Unicode code points).</summary>
    public const int MinLength = 12;

    /// <summary>Most characters: far beyond any phrase, and short enough to hash quickly.</summary>
    public const int MaxLength = 128;

    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <summary>Words that say nothing a guesser would not try first.</summary>
    private static readonly string[] ProductWords =
    [
        "care", "commissioning", "commissioner", "commission", "carecommissioning", "joint", "mental", "health", "nhs", "pct", "ccg", "icb", "council", "trust",
        "primary", "partnership", "liverpool", "lancashire", "east", "demo", "password", "provider", "placement", "pathway", "team", "com", "org", "gov", "net", "the", "and",
    ];

    /// <summary>The sentence for a password that is too short or too long; null when its length is right.</summary>
    public static string? LengthRefusal(string password) => password.EnumerateRunes().Count() switch
    {
        < MinLength => $"Password must be {MinLength} characters or more. Three words you make up are easy to remember",
        > MaxLength => $"Password must be {MaxLength} characters or fewer",
        _ => null,
    };

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        await RefusalAsync(user, password ?? "") is { } message
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = message })
            : IdentityResult.Success;

    /// <summary>Why this person may not have this password; null when they may.</summary>
    private async Task<string?> RefusalAsync(Account person, string password)
    {
        if (LengthRefusal(password) is { } length)
        {
            return length;
        }

        if (password.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            return "Password contains a character that cannot be typed. Use another one";
        }

        if (IsCommon(password))
        {
            return "This password is one that many people use, so it would be guessed. Choose another one";
        }

        return IsMadeOf(password, [.. ProductWords, .. await WordsAboutAsync(person)])
            ? "Password must not be made only of your name, your organisation or the name of this service. Add words of your own"
            : null;
    }

    /// <summary>True for a password of the list, in any case, and for a short piece repeated.</summary>
    internal static bool IsCommon(string password)
    {
        var text = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Common.Contains(text) || Common.Contains(text.Trim()) || IsRepetition(text);
    }

    /// <summary>True when nothing is left of the password once digits, signs and these words are taken away.</summary>
    internal static bool IsMadeOf(string password, IEnumerable<string> words)
    {
        var known = words.Select(word => Letters(word)).Where(word => word.Length >= 3).ToHashSet(StringComparer.Ordinal);

        // People write "C@re" and "l1verpool"; digits at either end ("2026!") stand for no letter.
        var first = password.AsSpan().IndexOfAnyInRange('A', 'z');
        var inner = first < 0 ? "" : password[first..(password.AsSpan().LastIndexOfAnyInRange('A', 'z') + 1)];
        return Consists(Letters(password), known) || Consists(Letters(Unmask(inner)), known);
    }

    private static bool Consists(string letters, HashSet<string> words)
    {
        if (letters.Length < 3)
        {
            return false;
        }

        // reachable[i]: the first i letters are words put together.
        var reachable = new bool[letters.Length + 1];
        reachable[0] = true;
        for (var start = 0; start < letters.Length; start++)
        {
            for (var end = start + 3; reachable[start] && end <= letters.Length; end++)
            {
                reachable[end] |= words.Contains(letters[start..end]);
            }
        }

        return reachable[^1];
    }

    private static bool IsRepetition(string text)
    {
        for (var piece = 1; piece <= 4; piece++)
        {
            if (text.Where((c, i) => c != text[i % piece]).Any())
            {
                continue;
            }

            return true;
        }

        return false;
    }

    private static string Letters(string text) =>
        new([.. text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetter)]);

    private static string Unmask(string text) => new([.. text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    })]);

    private async Task<IEnumerable<string>> WordsAboutAsync(Account person)
    {
        var organisation = await db.Organisations.Where(o => o.Id == person.OrganisationId)
            .Select(o => new { o.Name, Partnership = db.Partnerships.Where(p => p.Id == o.PartnershipId).Select(p => p.Name).FirstOrDefault() })
            .SingleOrDefaultAsync();
        return $"{person.DisplayName} {person.Credentials.Email} {organisation?.Name} {organisation?.Partnership}"
            .Split([' ', '.', '@', '-', '_', '+', ',', '\'', '(', ')', '/', '&'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordPolicy).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
