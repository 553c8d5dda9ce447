using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>Every line that a node writes, word for word as the console would show it: the application's own formatter makes them.</summary>
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = [];
    private ConsoleFormatter _formatter = null!;
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The lines of <see cref="Web.Setup.Logging.RequestLog"/>.</summary>
    public IReadOnlyList<JsonElement> Requests =>
        [.. _lines.Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.GetProperty("Category").GetString() == typeof(Web.Setup.Logging.RequestLog).FullName)];

    /// <summary>Tells the application to write here too.</summary>
    public void Listen(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(provider =>
    {
        _formatter = provider.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == ConsoleFormatterNames.Json);
        return this;
    });

    /// <summary>The line, which must be one object of JSON.</summary>
    public static string Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        json.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        return line;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            log._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), log._scopes, line);
            log._lines.Enqueue(line.ToString());
        }
    }
}
