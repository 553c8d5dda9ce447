using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Identities;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>An account that the sign-in page of a demonstration shows.</summary>
public sealed record DemoSignIn(string Email, string Role, string Organisation, string Partnership);

/// <summary>Fills an empty database with the demonstration: the same data every time.</summary>
public static class DemoSeeder
{
    /// <summary>Password of every demonstration account; shown on the sign-in page, in demonstration mode only.</summary>
    public const string SignInWord = "Commissioning-2026!";

    private static readonly DateOnly AccountsBegin = new(2024, 1, 1);

    /// <summary>Every demonstration account, in the order in which the sign-in page lists them.</summary>
    public static IReadOnlyList<DemoSignIn> SignIns { get; } =
        [.. DemoPartnerships.All.SelectMany(p => p.Accounts.Where(a => a.IsShown).Select(a => new DemoSignIn($"{a.Name}@{p.MailDomain}", a.Role.Describe().Name, p.Organisations.Single(o => o.Key == a.Organisation).Name, p.Name)))];

    /// <summary>Seeds when no partnership is there; otherwise changes nothing.</summary>
    /// <param name="db">Acting as <see cref="Actor.System"/>.</param>
    /// <param name="passwordHash">Of <see cref="SignInWord"/>; one hash serves all, since the password is public.</param>
    /// <param name="vault">Seals who the invented people are, as it will be asked to open them.</param>
    /// <param name="now">Accounts for a limited time end a year after.</param>
    /// <returns>False when there was something already.</returns>
    public static async Task<bool> SeedAsync(CareDbContext db, string passwordHash, IdentityVault vault, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('care demonstration', 0))", cancel);
        if (await db.Partnerships.AnyAsync(cancel))
        {
            return false;
        }

        var kinds = await db.OrganisationKinds.ToDictionaryAsync(k => k.Code, cancel);
        foreach (var demo in DemoPartnerships.All)
        {
            db.Partnerships.Add(new Partnership(DemoId.Of(demo.Slug), demo.Name, demo.Slug));
            db.Localities.AddRange(demo.Localities.Select(l => new Locality(demo.Id(l.Name), DemoId.Of(demo.Slug), l.Name, l.Code)));
        }

        await db.SaveChangesAsync(cancel);
        foreach (var demo in DemoPartnerships.All)
        {
            var ends = London.DayOf(now).AddYears(1);
            db.Organisations.AddRange(Register(demo, kinds));
            db.Accounts.AddRange(demo.Accounts.Select(a => Open(demo, a, passwordHash, ends)));
            db.Teams.AddRange(demo.Teams.Select(t => Form(demo, t)));
            await db.SaveChangesAsync(cancel);
        }

        DemoPathways.Seed(db, now);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await DemoPlacements.SeedAsync(db, vault, London.DayOf(now), cancel);
        await DemoRegisters.SeedAsync(db, now, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Successors and consortia stand in the list before those that name them.</summary>
    private static List<Organisation> Register(DemoPartnership demo, Dictionary<string, OrganisationKind> kinds)
    {
        var registered = new Dictionary<string, Organisation>();
        foreach (var it in demo.Organisations)
        {
            registered.Add(it.Key, Register(demo, it, kinds[it.Kind], registered));
        }

        return [.. registered.Values];
    }

    private static Organisation Register(DemoPartnership demo, DemoOrganisation it, OrganisationKind kind, Dictionary<string, Organisation> earlier)
    {
        var made = Organisation.Register(demo.Id(it.Key), DemoId.Of(demo.Slug), kind, it.Name, it.Code, it.Opened);
        var organisation = made.Value ?? throw new InvalidOperationException(made.Refusal!.Message);
        if (it.NewName is { } name)
        {
            Must(organisation.Rename(name.Name, name.From));
        }

        if (it.MemberOf is { } consortium)
        {
            Must(organisation.JoinConsortium(earlier[consortium]));
        }

        if (it.AlsoServes is { } other)
        {
            Must(organisation.Offer(DemoId.Of(other), it.Opened));
            Must(organisation.Accept(DemoId.Of(other), it.Opened));
        }

        if (it.Closed is { } closed)
        {
            Must(organisation.Close(closed, it.Successor is { } successor ? earlier[successor] : null));
        }

        return organisation;
    }

    private static Account Open(DemoPartnership demo, DemoAccount it, string passwordHash, DateOnly ends)
    {
        var account = new Account(
            demo.Id(it.Name + " account"),
            $"{it.Name}@{demo.MailDomain}",
            it.DisplayName,
            demo.Id(it.Organisation),
            it.Role,
            it.IsApprover,
            AccountsBegin,
            it.Role.Describe().IsTimeLimited ? ends : null);
        account.Credentials.PasswordHash = passwordHash;
        account.Credentials.SecurityStamp = DemoId.Of(account.Credentials.Email).ToString("N");
        return account;
    }

    private static Team Form(DemoPartnership demo, DemoTeam it)
    {
        var team = new Team(demo.Id(it.Name), DemoId.Of(demo.Slug), demo.Id(it.Organisation), it.Locality is { } locality ? demo.Id(locality) : null, it.Name);
        foreach (var member in it.Members)
        {
            team.Add(demo.Id(member + " account"));
        }

        if (it.Manager is { } manager)
        {
            team.AppointManager(demo.Id(manager + " account"));
        }

        return team;
    }

    private static void Must(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }
}
