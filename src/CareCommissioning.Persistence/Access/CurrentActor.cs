using CareCommissioning.Domain.Access;

namespace CareCommissioning.Persistence.Access;

/// <summary>Who acts in this scope (a web request, a job, a command), and from where. Set once it is known; until then somebody signing in.</summary>
public sealed class CurrentActor
{
    /// <summary>Longest page name and request id that the audit log keeps.</summary>
    public const int MaxPageLength = 200;

    public Actor Actor { get; private set; } = Actor.SigningIn;

    /// <summary>Page or command, without ids of people or text they typed.</summary>
    public string Page { get; private set; } = "";

    public string RequestId { get; private set; } = "";

    /// <summary>Longest network address that the audit log keeps.</summary>
    public const int MaxAddressLength = 64;

    /// <summary>Network address of the request; null for background work and the command line.</summary>
    public string? Address { get; private set; }

    /// <summary>Why, where the page asks for it; written beside every change of this scope.</summary>
    public string? Reason { get; set; }

    /// <summary>Connections opened from now on are this actor's.</summary>
    public void Become(Actor actor) => Actor = actor;

    public void ComesFrom(string page, string requestId, string? address = null) =>
        (Page, RequestId, Address) = (page.Length > MaxPageLength ? page[..MaxPageLength] : page, requestId, address);
}
