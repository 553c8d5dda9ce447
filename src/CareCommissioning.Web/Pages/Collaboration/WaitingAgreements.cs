using CareCommissioning.Domain.Collaboration;

namespace CareCommissioning.Web.Pages.Collaboration;

/// <summary>Agreements that wait for somebody.</summary>
public static class WaitingAgreements
{
    /// <summary>Open ones about which <paramref name="organisation"/> is asked and has said nothing yet.</summary>
    public static IQueryable<Agreement> WaitingFor(this IQueryable<Agreement> agreements, Guid organisation) =>
        agreements.Where(a => a.State == AgreementState.Open && a.Parties.Any(p => p.OrganisationId == organisation) && !a.Positions.Any(p => p.OrganisationId == organisation));
}
