using System.Security.Cryptography;
using CareCommissioning.Persistence.Accounts;

namespace CareCommissioning.Web.Access;

/// <summary>Codes that stand in for the authenticator app when the phone is lost: printed once, each good for one sign-in.</summary>
public static class RecoveryCodes
{
    /// <summary>How many a person gets at a time.</summary>
    public const int Count = 10;

    private const int HashBytes = 32;

    /// <summary>The stored form of a code. A code has some 46 random bits, too few for a plain hash, so it is hashed as slowly as a password (ASVS V6.5.2).</summary>
    /// <param name="accountId">The salt: 74 of its bits are random.</param>
    /// <param name="code">As typed: case, spaces and hyphens do not matter.</param>
    public static byte[] HashOf(Guid accountId, string code)
    {
        var plain = new string([.. code.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        return Rfc2898DeriveBytes.Pbkdf2(plain, accountId.ToByteArray(), PasswordHashing.Iterations, HashAlgorithmName.SHA512, HashBytes);
    }

    /// <summary>Whether what was typed looks like a recovery code rather than one of the app: longer, and not only digits.</summary>
    public static bool LooksLikeOne(string typed) => typed.Count(char.IsLetterOrDigit) > Authenticator.Digits;
}
