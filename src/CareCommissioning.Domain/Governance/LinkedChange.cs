using CareCommissioning.Domain.Collaboration;

namespace CareCommissioning.Domain.Governance;

/// <summary>Something an entry is tied to, and the day on which it came about.</summary>
/// <param name="CameAbout">A service: the day it opened. A pathway of how things are: the day it was agreed. Null for what is only planned, and for a service that has closed.</param>
public sealed record LinkedChange(LinkEnd End, Guid Id, string Title, DateOnly? CameAbout)
{
    /// <summary>Whether it came about no earlier than the entry was found, and no later than today.</summary>
    public bool CameAboutSince(DateOnly foundOn, DateOnly today) => CameAbout is { } on && on >= foundOn && on <= today;
}
