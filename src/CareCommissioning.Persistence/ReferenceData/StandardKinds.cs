using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.ReferenceData;

/// <summary>The kinds of organisation that England's mental health care has had since 2000. Every database starts with them; administrators add to them.</summary>
/// <remarks>
/// Dates: NHS Reform and Health Care Professions Act 2002 and Health Act 1999 (primary care trusts), Health and Social Care Act 2012 (clinical
/// commissioning groups from 1 April 2013), Health and Care Act 2022 (integrated care boards from 1 July 2022).
/// </remarks>
public static class StandardKinds
{
    private static readonly DateOnly Long = new(1974, 4, 1);
    private static readonly DateOnly CcgsBegin = new(2013, 4, 1);
    private static readonly DateOnly IcbsBegin = new(2022, 7, 1);

    public static IReadOnlyList<OrganisationKind> All() =>
    [
        new("icb", "Integrated care board", OrganisationFunction.NhsCommissioner, null, new Period(IcbsBegin)),
        new("ccg", "Clinical commissioning group", OrganisationFunction.NhsCommissioner, null, new Period(CcgsBegin, IcbsBegin), "icb"),
        new("pct", "Primary care trust", OrganisationFunction.NhsCommissioner, null, new Period(new DateOnly(2000, 4, 1), CcgsBegin), "ccg"),
        new("council", "Council", OrganisationFunction.LocalAuthority, null, new Period(Long)),
        new("nhs-provider", "NHS provider", OrganisationFunction.Provider, Sector.Nhs, new Period(Long)),
        new("private-provider", "Private provider", OrganisationFunction.Provider, Sector.Private, new Period(Long)),
        new("voluntary-provider", "Voluntary provider", OrganisationFunction.Provider, Sector.Voluntary, new Period(Long)),
        new("council-provider", "Council provider", OrganisationFunction.Provider, Sector.Council, new Period(Long)),
        new("practice", "General practice", OrganisationFunction.Practice, null, new Period(Long)),
        new("practice-consortium", "Practice-based commissioning consortium", OrganisationFunction.Practice, null, new Period(new DateOnly(2005, 4, 1), CcgsBegin), "ccg"),
        new("local-clinical-partnership", "Local clinical partnership", OrganisationFunction.Practice, null, new Period(new DateOnly(2005, 4, 1))),
        new("regulator", "Regulator", OrganisationFunction.Regulator, null, new Period(Long)),
        new("service-user-group", "Service-user group", OrganisationFunction.ServiceUserGroup, null, new Period(Long)),
        new("advocacy-service", "Advocacy service", OrganisationFunction.ServiceUserGroup, null, new Period(Long)),
    ];

    /// <summary>Adds the kinds that are missing; those that people changed stay as they are.</summary>
    public static async Task AddMissingAsync(CareDbContext db, CancellationToken cancel)
    {
        var there = await db.OrganisationKinds.Select(k => k.Code).ToListAsync(cancel);
        db.OrganisationKinds.AddRange(All().Where(kind => !there.Contains(kind.Code)));
        await db.SaveChangesAsync(cancel);
    }
}
