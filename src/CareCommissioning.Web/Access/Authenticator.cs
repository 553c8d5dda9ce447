using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CareCommissioning.Web.Access;

/// <summary>Time-based one-time codes as authenticator apps make them: six digits, a new code every 30 seconds.</summary>
/// <remarks>Source: RFC 6238 (TOTP) with HMAC-SHA1 and RFC 4226 §5.3 (dynamic truncation). SHA-1 is what every app supports; HMAC does not rest on its collision resistance.</remarks>
public static class Authenticator
{
    /// <summary>Length of a code, in decimal digits: 20 bits (ASVS V6.5.4).</summary>
    public const int Digits = 6;

    /// <summary>Seconds a step lasts.</summary>
    public const int StepSeconds = 30;

    private const int Modulus = 1_000_000;
    private const int KeyBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key of 160 random bits, in base 32 as people type it into an app.</summary>
    public static string NewKey()
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in RandomNumberGenerator.GetBytes(KeyBytes))
        {
            (buffer, bits) = ((buffer << 8 | value) & 0xFFFF, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32[buffer >> bits & 31]);
            }
        }

        return text.ToString();
    }

    /// <summary>The step a moment belongs to, counted from 1970.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one step.</summary>
    /// <param name="key">Base 32, without padding.</param>
    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238: authenticator apps compute HMAC-SHA1.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7FFF_FFFF;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed: this one, the one before or the one after, since clocks differ and people type slowly.</summary>
    /// <returns>Null when the code is none of these.</returns>
    public static long? StepOfCode(string key, string typed, DateTimeOffset now)
    {
        var code = Encoding.UTF8.GetBytes(typed);
        var current = StepOf(now);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            // All three are compared, in constant time.
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), code))
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>The address an app reads from the QR code.</summary>
    public static string Uri(string key, string issuer, string account) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}?secret={key}&issuer={System.Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}";

    /// <summary>The key in groups of four, as it is easier to type.</summary>
    public static string Readable(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>(KeyBytes);
        var (buffer, bits) = (0, 0);
        foreach (var letter in key)
        {
            (buffer, bits) = ((buffer << 5 | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits & 0xFF));
            }
        }

        return [.. bytes];
    }
}
