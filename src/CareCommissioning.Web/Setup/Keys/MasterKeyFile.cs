using CareCommissioning.LocalPostgres;
using CareCommissioning.Persistence.Keys;

namespace CareCommissioning.Web.Setup.Keys;

/// <summary>Where the master key of this installation is.</summary>
public static class MasterKeyFile
{
    /// <summary>Reads <c>MasterKeyFile</c>; in the data folder it is made at the first start.</summary>
    /// <exception cref="InvalidOperationException">The file does not hold 32 bytes in hexadecimal.</exception>
    public static MasterKey Load(IConfiguration configuration, IHostEnvironment environment)
    {
        var path = configuration["MasterKeyFile"]
            ?? Path.Combine(EmbeddedDatabase.SecretsFolder(DatabaseInUse.DataFolder(configuration, environment)), "master-key");
        return MasterKey.Of(SecretFile.ReadOrMake(path, MasterKey.Length), path);
    }
}
