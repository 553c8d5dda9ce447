using System.CommandLine;
using CareCommissioning.Cli;
using CareCommissioning.Cli.Commands;
using CareCommissioning.LocalPostgres;
using Npgsql;

var root = new RootCommand("CareCommissioning: the operator's commands")
{
    OperatorsDatabase.Connection,
    OperatorsDatabase.DataFolder,
    OperatorsDatabase.MasterKeyPath,
    Migrate.Command(),
    SeedDemo.Command(),
    CreateAdmin.Command(),
    new Command("import", "Bring data in from a file") { ImportDirectory.Command(), ImportPathwayFile.Command() },
    ExportPathway.Command(),
    VerifyAudit.Command(),
    WriteAccessDocument.Command(),
};

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is LocalPostgresException or NpgsqlException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return ExitCodes.Failed;
}
