using System.Security.Cryptography;

namespace CareCommissioning.Persistence.Keys;

/// <summary>AES-256-GCM with a random 96-bit nonce for each box, stored as nonce, tag and ciphertext.</summary>
public static class SecretBox
{
    /// <param name="key">32 bytes.</param>
    /// <param name="binding">What else must be the same when it is opened, such as whose box it is.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> binding = default)
    {
        var (nonceSize, tagSize) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var box = new byte[nonceSize + tagSize + plain.Length];
        var nonce = box.AsSpan(0, nonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, tagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(nonceSize + tagSize), box.AsSpan(nonceSize, tagSize), binding);
        return box;
    }

    /// <exception cref="CryptographicException">Another key or binding, or altered.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> binding = default)
    {
        var (nonceSize, tagSize) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        if (box.Length < nonceSize + tagSize)
        {
            throw new CryptographicException("Too short to be a sealed box.");
        }

        var plain = new byte[box.Length - nonceSize - tagSize];
        using var aes = new AesGcm(key, tagSize);
        aes.Decrypt(box[..nonceSize], box[(nonceSize + tagSize)..], box.Slice(nonceSize, tagSize), plain, binding);
        return plain;
    }
}
