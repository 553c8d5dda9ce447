using CareCommissioning.LocalPostgres;

namespace CareCommissioning.Web.Setup.Keys;

/// <summary>The 256-bit key under which keys in the database are encrypted. It lives in a file outside the database and is never in the same back-up.</summary>
public sealed record MasterKey(byte[] Bytes)
{
    /// <summary>Length, in bytes.</summary>
    public const int Length = 32;

    /// <summary>Reads <c>MasterKeyFile</c>; in the data folder it is made at the first start.</summary>
    /// <exception cref="InvalidOperationException">The file does not hold 32 bytes in hexadecimal.</exception>
    public static MasterKey Load(IConfiguration configuration, IHostEnvironment environment)
    {
        var path = configuration["MasterKeyFile"]
            ?? Path.Combine(EmbeddedDatabase.SecretsFolder(DatabaseInUse.DataFolder(configuration, environment)), "master-key");
        var bytes = SecretFile.ReadOrMake(path, Length);
        return bytes.Length == Length
            ? new MasterKey(bytes)
            : throw new InvalidOperationException($"{path} must hold {Length} bytes written as {Length * 2} hexadecimal digits.");
    }
}
