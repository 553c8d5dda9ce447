using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CareCommissioning.Persistence.DemoData;
using Microsoft.Extensions.Logging;

namespace CareCommissioning.Testing.Web;

/// <summary>Everything a host writes to its log: messages with their values and scopes, and exceptions whole.</summary>
public sealed partial class HostLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Lines that tell who somebody is, or a secret: an e-mail address, an NHS number, the key of a link, the demonstration's password, or one of <paramref name="words"/>.</summary>
    public IReadOnlyList<string> Telling(params IReadOnlyCollection<string> words) =>
        [.. _lines.Where(line =>
            Email().IsMatch(line)
            || Key().IsMatch(line)
            || Digits().Matches(line).Any(found => IsNhsNumber(found.Value))
            || words.Append(DemoSeeder.SignInWord).Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))];

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // What was written is read after the host has gone.
    }

    /// <summary>Ten digits of which the last checks the others: the weighted sum of all is divisible by 11.</summary>
    private static bool IsNhsNumber(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(c => c - '0').ToList();
        return (digits.Take(9).Select((digit, i) => digit * (10 - i)).Sum() + digits[9]) % 11 == 0;
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"[?&]key=\w", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<![\w-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    private sealed class Writer(HostLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var parts = new List<string> { $"{logLevel} {category}: {formatter(state, exception)}" };
            AddValues(state);
            log._scopes.ForEachScope((scope, _) => AddValues(scope), state);
            if (exception is not null)
            {
                parts.Add(exception.ToString());
            }

            log._lines.Enqueue(string.Join('\n', parts));

            void AddValues(object? from)
            {
                if (from is IEnumerable<KeyValuePair<string, object?>> values)
                {
                    parts.AddRange(values.Select(value => $"{value.Key}={value.Value}"));
                }
                else if (from is not null)
                {
                    parts.Add(from.ToString()!);
                }
            }
        }
    }
}
