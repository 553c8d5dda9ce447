using System.CommandLine;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Persistence.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>create-admin</c>: the way into an empty installation. Makes the partnership and its lead organisation where they are missing, and an invitation whose link it prints.</summary>
internal static class CreateAdmin
{
    private static readonly Option<string> Email = new("--email") { Description = "Work e-mail address of the administrator", Required = true };
    private static readonly Option<string> Name = new("--name") { Description = "Their name", Required = true };
    private static readonly Option<string> PartnershipName = new("--partnership") { Description = "Name of the partnership, such as Liverpool", Required = true };
    private static readonly Option<string> OrganisationName = new("--organisation") { Description = "Name of the lead organisation they work for", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = $"Kind of the organisation, for one that is made now: {string.Join(", ", Kinds())}, or one added since", DefaultValueFactory = _ => "icb" };
    private static readonly Option<string> Url = new("--url") { Description = "Address at which people reach the installation, for the link: the same as its setting PublicUrl, such as https://care.example.nhs.uk", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    /// <summary>Kinds an administrator may work for, as every installation begins with them; which there are now only the database knows.</summary>
    private static IEnumerable<string> Kinds() =>
        StandardKinds.All().Where(kind => Role.SystemAdministrator.Describe().WorksFor.Contains(kind.Function)).Select(kind => kind.Code);

    public static Command Command()
    {
        var command = new Command("create-admin", "Invite the first administrator of a partnership") { Email, Name, PartnershipName, OrganisationName, Kind, Url };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            var key = SecretKey.New();
            var refusal = await database.AsSystemAsync("create-admin", db => InviteAsync(db, parsed, key, TimeProvider.System.GetUtcNow(), cancel));
            if (refusal is not null)
            {
                await Console.Error.WriteLineAsync(refusal.Message);
                return ExitCodes.Refused;
            }

            Console.WriteLine($"Give this link to the administrator. It works once, for {Invitation.Lifetime.TotalHours:0} hours:");
            Console.WriteLine(new Uri(new Uri(parsed.GetValue(Url)!), $"/invitations/accept?key={key.Text}"));
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<Refusal?> InviteAsync(CareDbContext db, ParseResult parsed, SecretKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var today = London.DayOf(now);
        var email = parsed.GetValue(Email)!;
        if (!System.Net.Mail.MailAddress.TryCreate(email, out _) || email.Length > Account.MaxEmailLength)
        {
            return new Refusal("no-address", $"{email} is not an e-mail address");
        }

        var kindCode = parsed.GetValue(Kind)!;
        if (await db.OrganisationKinds.SingleOrDefaultAsync(k => k.Code == kindCode, cancel) is not { } kind)
        {
            var functions = Role.SystemAdministrator.Describe().WorksFor.ToList();
            var known = string.Join(", ", await db.OrganisationKinds.Where(k => functions.Contains(k.Function)).OrderBy(k => k.Code).Select(k => k.Code).ToListAsync(cancel));
            return new Refusal("no-such-kind", $"There is no kind {kindCode}. An administrator works for: {known}");
        }

        if (Account.CheckTerms(Role.SystemAdministrator, kind, today, null).Refusal is { } misfit)
        {
            return misfit;
        }

        var partnership = await PartnershipAsync(db, parsed.GetValue(PartnershipName)!, now, cancel);
        var name = parsed.GetValue(OrganisationName)!;
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.PartnershipId == partnership.Id && o.Name == name, cancel);
        if (organisation is null)
        {
            var registered = Organisation.Register(Guid.CreateVersion7(now), partnership.Id, kind, name, null, today);
            if (registered.Refusal is not null)
            {
                return registered.Refusal;
            }

            organisation = registered.Value!;
            db.Organisations.Add(organisation);
        }

        db.Invitations.Add(new Invitation(Guid.CreateVersion7(now), email, parsed.GetValue(Name)!, organisation.Id, Role.SystemAdministrator, isApprover: true, today, null, key.Hash, null, now));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private static async Task<Partnership> PartnershipAsync(CareDbContext db, string name, DateTimeOffset now, CancellationToken cancel)
    {
        var slug = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        var partnership = await db.Partnerships.SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        if (partnership is null)
        {
            partnership = new Partnership(Guid.CreateVersion7(now), name, slug);
            db.Partnerships.Add(partnership);
        }

        return partnership;
    }
}
