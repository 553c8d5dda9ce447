using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Collaboration;

/// <summary>Organisations that can be asked to sign, by name. Beside each whose people could not sign, that is said.</summary>
public sealed record PartyChoices(IReadOnlyList<SelectListItem> Nhs, IReadOnlyList<SelectListItem> Councils, IReadOnlyList<SelectListItem> Others)
{
    public static readonly PartyChoices None = new([], [], []);

    private const int Most = 500;

    private static readonly IReadOnlyList<Role> Signatories = [.. AccessTable.Roles.Where(role => role.Value.Permissions.Contains(Permission.SignAgreements)).Select(role => role.Key)];

    /// <param name="named">Organisations that have to do with what is signed; service-user groups are offered anyway.</param>
    public static async Task<PartyChoices> OfAsync(CareDbContext db, Guid partnership, IReadOnlyCollection<Guid> named, DateOnly today, CancellationToken cancel)
    {
        OrganisationFunction[] offered = [OrganisationFunction.NhsCommissioner, OrganisationFunction.LocalAuthority, OrganisationFunction.ServiceUserGroup];
        var organisations = await (
            from organisation in db.Organisations
            join kind in db.OrganisationKinds on organisation.KindCode equals kind.Code
            where organisation.ClosedOn == null || organisation.ClosedOn > today
            where named.Contains(organisation.Id) || (offered.Contains(kind.Function) && organisation.Partnerships.Any(p => p.PartnershipId == partnership))
            orderby organisation.Name, organisation.Id
            select new
            {
                organisation.Id,
                organisation.Name,
                kind.Function,
                CanSign = db.Accounts.Any(a => a.OrganisationId == organisation.Id && a.DisabledAt == null && Signatories.Contains(a.Role)),
            }).Take(Most).ToListAsync(cancel);
        return new PartyChoices(
            Of(OrganisationFunction.NhsCommissioner),
            Of(OrganisationFunction.LocalAuthority),
            [.. organisations.Where(o => o.Function is not (OrganisationFunction.NhsCommissioner or OrganisationFunction.LocalAuthority)).Select(o => Item(o.Name, o.Id, o.CanSign))]);

        List<SelectListItem> Of(OrganisationFunction function) => [.. organisations.Where(o => o.Function == function).Select(o => Item(o.Name, o.Id, o.CanSign))];
    }

    /// <summary>Offers the choices to an empty form; where there is only one, it is chosen.</summary>
    public void Offer(PartiesForm form)
    {
        form.Choices = this;
        form.Nhs ??= Only(Nhs);
        form.Council ??= Only(Councils);
    }

    /// <summary>Holds what was chosen against what was offered.</summary>
    /// <param name="prefix">Name of the form, such as "Form.Parties".</param>
    public void Hold(PartiesForm form, ModelStateDictionary state, string prefix)
    {
        Check(form.Nhs is { } nhs ? [nhs] : [], Nhs, $"{prefix}.Nhs");
        Check(form.Council is { } council ? [council] : [], Councils, $"{prefix}.Council");
        Check(form.MustSign, Others, $"{prefix}.MustSign");
        Check(form.Asked, Others, $"{prefix}.Asked");

        void Check(IEnumerable<Guid> chosen, IReadOnlyList<SelectListItem> offered, string key)
        {
            if (chosen.Any(id => offered.All(item => item.Value != id.ToString())))
            {
                state.TryAddModelError(key, "Choose from the list");
            }
        }
    }

    /// <summary>Accounts of those who can sign for an organisation that is asked.</summary>
    public static Task<List<Guid>> SignatoriesAsync(CareDbContext db, Agreement agreement, CancellationToken cancel)
    {
        var asked = agreement.Parties.Select(party => party.OrganisationId).ToList();
        return db.Accounts.Where(a => asked.Contains(a.OrganisationId) && a.DisabledAt == null && Signatories.Contains(a.Role)).OrderBy(a => a.Id).Take(Most).Select(a => a.Id).ToListAsync(cancel);
    }

    /// <summary>Asks everybody who was chosen.</summary>
    public static void Ask(Agreement agreement, PartiesForm form)
    {
        foreach (var (organisation, mustSign) in form.All())
        {
            agreement.Ask(organisation, mustSign);
        }
    }

    private static Guid? Only(IReadOnlyList<SelectListItem> choices) => choices is [var one] ? Guid.Parse(one.Value) : null;

    private static SelectListItem Item(string name, Guid id, bool canSign) => new(canSign ? name : $"{name} (nobody there has an account that signs)", id.ToString());
}
