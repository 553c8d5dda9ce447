using System.Text;
using CareCommissioning.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Persistence.Accounts;

/// <summary>How passwords are kept: PBKDF2 with HMAC-SHA512, 128-bit salt, 256-bit key, as ASP.NET Core Identity writes it, with more rounds than its default.</summary>
/// <remarks>
/// A password counts exactly as typed: nothing trimmed, cut or changed in case. Only its Unicode form is made the composed one (NFC), since
/// keyboards differ in how they send "é" (NIST SP 800-63B, 3.1.1.2).
/// </remarks>
public sealed class PasswordHashing : IPasswordHasher<Account>
{
    /// <summary>Rounds of PBKDF2. A hash made with fewer still opens, and is made anew at that sign-in (OWASP: at least 210,000 for SHA-512).</summary>
    public const int Iterations = 220_000;

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    /// <summary>The hash to store; another one each time, since the salt is drawn anew.</summary>
    public static string Hash(string password) => Hasher.HashPassword(null!, Composed(password));

    public string HashPassword(Account user, string password) => Hash(password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        Hasher.VerifyHashedPassword(user, hashedPassword, Composed(providedPassword));

    // Half a surrogate pair has no composed form; such a password was never accepted and simply does not match.
    private static string Composed(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return password;
        }
    }
}
