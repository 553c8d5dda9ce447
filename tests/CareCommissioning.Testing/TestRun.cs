using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CareCommissioning.Testing.Databases;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CareCommissioning.Testing;

/// <summary>xUnit's own way to run an assembly's tests, and after the last one puts away what all of them shared.</summary>
/// <remarks>Directory.Build.props names it for every test project. The end of the process is too late: the test platform allows it a tenth of a second.</remarks>
public sealed class TestRun(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider source, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assemblyName, source, diagnostics)
    {
        [SuppressMessage("Usage", "MA0155", Justification = "xUnit 2 declares it so.")]
        [SuppressMessage("Major Bug", "S3168", Justification = "xUnit 2 declares it so.")]
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new AssemblyRunner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class AssemblyRunner(ITestAssembly assembly, IEnumerable<IXunitTestCase> testCases, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, testCases, diagnostics, execution, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await base.BeforeTestAssemblyFinishedAsync();
            await PostgresForTests.StopAsync();
        }
    }
}
