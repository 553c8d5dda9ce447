using System.Collections;
using System.Globalization;
using CareCommissioning.Web.Access;

namespace CareCommissioning.Web.Setup.Logging;

/// <summary>
/// What log lines and traces say of a request: ids and the pattern of its address, and nothing that somebody typed. A scope of every line
/// written meanwhile; it holds on to nothing of the request, which the server uses again for the next one.
/// </summary>
/// <param name="requestId">The same as in the audit log and on error pages.</param>
public sealed class RequestNotes(string requestId) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private bool _taken;

    /// <summary>Pattern such as <c>/organisations/{organisationId:guid}</c>; <c>none</c> where there is no such page.</summary>
    public string Route { get; private set; } = "none";

    /// <summary>Null when nobody was signed in.</summary>
    public Guid? AccountId { get; private set; }

    public int Count => 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("RequestId", requestId),
        1 => new("Route", Route),
        2 => new("AccountId", AccountId),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <summary>The first time counts: later ones are pages that explain what became of it.</summary>
    public void Take(HttpContext context)
    {
        if (!_taken)
        {
            _taken = true;
            Route = context.GetEndpoint() is RouteEndpoint endpoint ? "/" + endpoint.RoutePattern.RawText?.TrimStart('/') : "none";
            AccountId = context.Session()?.Actor.AccountId;
        }
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"request {requestId} of {Route} by {AccountId}");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
