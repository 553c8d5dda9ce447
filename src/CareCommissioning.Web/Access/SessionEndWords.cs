using CareCommissioning.Domain.Accounts;

namespace CareCommissioning.Web.Access;

/// <summary>Why somebody was put out, as they are told on the way in.</summary>
public static class SessionEndWords
{
    /// <param name="accountIsUsable">The account is switched on and within its dates.</param>
    /// <returns>A sentence or two; null while the session is good, and when its own person ended it in this browser.</returns>
    public static string? WhyOver(this Session session, bool accountIsUsable, DateTimeOffset now) => session switch
    {
        _ when !accountIsUsable => "Your account is switched off, or its last day has passed. Ask the person who approves accounts in your organisation.",
        { EndedBecause: SessionEnd.SignedOut or SessionEnd.Replaced } => null,
        { EndedBecause: SessionEnd.TooMany } => $"You signed in somewhere else. Nobody is signed in in more than {Session.MostAtOnce} browsers at once, so this one, the oldest, was signed out.",
        { EndedBecause: SessionEnd.SignedOutElsewhere } => "You signed this browser out from another one.",
        { EndedBecause: SessionEnd.EndedByApprover } => "An approver or administrator signed you out. You may sign in again.",
        { EndedBecause: SessionEnd.CredentialsChanged } =>
            "You were signed out because your password or two-step verification was changed. If it was not you, tell the person who approves accounts in your organisation at once.",
        { EndedAt: not null } => "Your session was ended.",
        _ when session.IsLiveAt(now) => null,
        _ when now >= session.StartedAt + Session.AbsoluteLimit => $"You were signed out after {Session.AbsoluteLimit.TotalHours:0} hours, as everybody is.",
        _ => $"You were signed out because this browser was not used for {Session.IdleLimit.TotalMinutes:0} minutes.",
    };
}
