namespace CareCommissioning.Testing;

/// <summary>Files of the project that tests look at, such as its documents.</summary>
public static class Repository
{
    /// <param name="path">From the project's root, its parts.</param>
    public static string PathOf(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CareCommissioning.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the project.");
        }

        return Path.Combine([folder.FullName, .. path]);
    }
}
