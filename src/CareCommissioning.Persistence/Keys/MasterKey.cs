using System.Security.Cryptography;
using System.Text;

namespace CareCommissioning.Persistence.Keys;

/// <summary>The 256-bit key from which every key is made that protects something in the database. It lives in a file outside the database and is never in the same back-up.</summary>
public sealed record MasterKey(byte[] Bytes)
{
    /// <summary>Length, in bytes.</summary>
    public const int Length = 32;

    /// <param name="path">File they came from, for the message.</param>
    /// <exception cref="InvalidOperationException">Not <see cref="Length"/> bytes.</exception>
    public static MasterKey Of(byte[] bytes, string path) => bytes.Length == Length
        ? new MasterKey(bytes)
        : throw new InvalidOperationException($"{path} must hold {Length} bytes written as {Length * 2} hexadecimal digits.");

    /// <summary>A key of its own for one purpose (HKDF-SHA256, RFC 5869).</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Bytes, Length, info: Encoding.UTF8.GetBytes(purpose));
}
