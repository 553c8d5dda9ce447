using CareCommissioning.Domain.Access;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>One demonstration partnership, in words. Commissioners carry the names of real public bodies; providers and people are invented.</summary>
internal sealed record DemoPartnership(
    string Slug,
    string Name,
    string MailDomain,
    IReadOnlyList<(string Name, string Code)> Localities,
    IReadOnlyList<DemoOrganisation> Organisations,
    IReadOnlyList<DemoTeam> Teams,
    IReadOnlyList<DemoAccount> Accounts)
{
    /// <summary>Id of something of this partnership, by the key it has here.</summary>
    public Guid Id(string key) => DemoId.Of($"{Slug}/{key}");

    public DemoOrganisation Organisation(string key) => Organisations.Single(organisation => organisation.Key == key);

    public DemoAccount Account(string name) => Accounts.Single(account => account.Name == name);

    /// <summary>One of its people, at work in it.</summary>
    public Actor Actor(string name)
    {
        var account = Account(name);
        return new(account.Role.Describe().Kind, Id(account.Name + " account"), account.DisplayName, account.Role, account.IsApprover, Id(account.Organisation), DemoId.Of(Slug), null);
    }
}

/// <param name="Key">By which the rest of the demonstration names it.</param>
/// <param name="Opened">Day it opened.</param>
/// <param name="Successor">Key of the organisation that took over on <paramref name="Closed"/>.</param>
/// <param name="NewName">A later name, with the day it began.</param>
/// <param name="MemberOf">Key of its consortium or partnership.</param>
/// <param name="AlsoServes">Slug of another partnership it serves.</param>
internal sealed record DemoOrganisation(
    string Key,
    string Kind,
    string Name,
    DateOnly Opened,
    string? Code = null,
    DateOnly? Closed = null,
    string? Successor = null,
    (string Name, DateOnly From)? NewName = null,
    string? MemberOf = null,
    string? AlsoServes = null);

internal sealed record DemoTeam(string Name, string Organisation, string? Locality, string? Manager, IReadOnlyList<string> Members);

/// <param name="IsShown">The sign-in page of a demonstration lists it.</param>
internal sealed record DemoAccount(string Name, string DisplayName, string Organisation, Role Role, bool IsApprover = false, bool IsShown = true);
