using System.CommandLine;
using CareCommissioning.Persistence.Access;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>access-document</c>: writes docs/access.md from the code.</summary>
internal static class WriteAccessDocument
{
    public static Command Command()
    {
        var file = new Option<FileInfo>("--file") { Description = "Where to write it", DefaultValueFactory = _ => new FileInfo("docs/access.md") };
        var command = new Command("access-document", "Write docs/access.md from the code") { file };
        command.SetAction((parsed, cancel) => File.WriteAllTextAsync(parsed.GetValue(file)!.FullName, AccessDocument.Write(), cancel));
        return command;
    }
}
