using System.Security.Cryptography;

namespace CareCommissioning.LocalPostgres;

/// <summary>A random secret in a file that only its owner may read: made once, the same ever after.</summary>
public static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the secret, or makes it when there is none; of several processes that try at once, all get the same.</summary>
    /// <param name="path">File; its folder is made when it is missing.</param>
    /// <param name="bytes">Length of a new secret.</param>
    /// <exception cref="IOException">The file cannot be made or read.</exception>
    public static byte[] ReadOrMake(string path, int bytes)
    {
        if (File.Exists(path))
        {
            return Convert.FromHexString(File.ReadAllText(path).Trim());
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // Written apart and moved into place, so that nobody ever reads half a secret.
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new StreamWriter(draft, options))
        {
            file.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes)));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }

        return Convert.FromHexString(File.ReadAllText(path).Trim());
    }

    /// <summary>The same as text for a password.</summary>
    public static string ReadOrMakePassword(string path) => Convert.ToHexStringLower(ReadOrMake(path, 24));
}
