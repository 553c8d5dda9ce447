using System.Security.Cryptography;
using System.Text;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>The same id for the same thing in every demonstration, so that a link sent to a colleague opens on their machine too.</summary>
internal static class DemoId
{
    public static Guid Of(string thing)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("demonstration: " + thing)).AsSpan(0, 16);

        // Version 8: an id of our own making (RFC 9562, section 5.8).
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
