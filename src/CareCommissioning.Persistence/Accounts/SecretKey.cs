using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CareCommissioning.Persistence.Accounts;

/// <summary>A secret of 256 random bits, for a cookie or a one-time link. The database knows only its SHA-256, so reading it opens nothing.</summary>
/// <param name="Text">As it stands in the cookie or link: 43 characters.</param>
/// <param name="Hash">What is stored.</param>
public sealed record SecretKey(string Text, byte[] Hash)
{
    private const int Bytes = 32;

    public static SecretKey New()
    {
        var text = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        return new SecretKey(text, HashOf(text));
    }

    /// <summary>The stored form of <paramref name="text"/>. A plain hash is enough for 256 random bits (ASVS V6.5.2).</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
