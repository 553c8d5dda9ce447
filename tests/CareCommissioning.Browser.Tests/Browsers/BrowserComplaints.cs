using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Browsers;

/// <summary>What the browser complained of during a visit: console errors (Chromium reports breaches of the content security policy there) and uncaught exceptions.</summary>
internal sealed class BrowserComplaints
{
    private static readonly string[] Answers = ["the server responded with a status of 4", "the server responded with a status of 503", "net::"];

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentDictionary<string, bool> _pages = new(StringComparer.Ordinal);

    public BrowserComplaints(IBrowserContext context)
    {
        context.Request += (_, request) =>
        {
            if (request.IsNavigationRequest)
            {
                _pages[request.Url] = true;
            }
        };
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsAnswerOfAPage(message) && !IsAnswerToItsScript(message))
            {
                _complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => _complaints.Enqueue($"Uncaught: {error.Error}");
    }

    public void ShouldBeNone()
    {
        if (!_complaints.IsEmpty)
        {
            throw new BrowserComplaintException("The browser complained:\n- " + string.Join("\n- ", _complaints));
        }
    }

    /// <summary>A page that answers 404 or 403 is what some tests ask for; a picture or script that does is a fault.</summary>
    private bool IsAnswerOfAPage(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && _pages.Keys.Any(page => message.Location.StartsWith(page + ":", StringComparison.Ordinal));

    /// <summary>A page's script that asks the page's own handlers is refused (4xx), or is not answered where a test takes the network or the service away (503), and tells the person so.</summary>
    private bool IsAnswerToItsScript(IConsoleMessage message) =>
        Answers.Any(answer => message.Text.StartsWith($"Failed to load resource: {answer}", StringComparison.Ordinal))
        && _pages.Keys.Any(page => message.Location.StartsWith(page + "?handler=", StringComparison.Ordinal));
}

/// <summary>Thrown when a visit was completed but the browser complained of the page.</summary>
public sealed class BrowserComplaintException : Exception
{
    public BrowserComplaintException()
    {
    }

    public BrowserComplaintException(string message)
        : base(message)
    {
    }

    public BrowserComplaintException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
