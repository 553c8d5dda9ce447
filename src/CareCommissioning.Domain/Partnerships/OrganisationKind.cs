using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Partnerships;

/// <summary>What an organisation does here, whatever it is called in its era: the only part of a kind that code may depend on.</summary>
public enum OrganisationFunction
{
    NhsCommissioner,
    LocalAuthority,
    Provider,
    Practice,
    Regulator,
    ServiceUserGroup,
}

/// <summary>Who owns a provider (S1-014).</summary>
public enum Sector
{
    Nhs,
    Private,
    Voluntary,
    Council,
}

/// <summary>
/// A kind of organisation with the years it existed: primary care trust until 2013, then clinical commissioning group, then
/// integrated care board (rules E1). Data, never hard-coded.
/// </summary>
public sealed class OrganisationKind
{
    public const int MaxCodeLength = 40;
    public const int MaxNameLength = 120;

    /// <param name="code">Stable short name, unique.</param>
    /// <param name="name">As people say it: "Primary care trust".</param>
    /// <param name="sector">Who owns it; for providers only.</param>
    /// <param name="existed">The days on which organisations of this kind could exist.</param>
    /// <exception cref="ArgumentException">A provider without a sector, or a sector on anything else.</exception>
    public OrganisationKind(string code, string name, OrganisationFunction function, Sector? sector, Period existed, string? successorCode = null)
    {
        if (function == OrganisationFunction.Provider != sector.HasValue)
        {
            throw new ArgumentException("A provider kind has a sector, and no other kind has one.", nameof(sector));
        }

        (Code, Name, Function, Sector, SuccessorCode) = (code, name, function, sector, successorCode);
        (ValidFrom, ValidTo) = (existed.From, existed.To);
    }

    private OrganisationKind()
    {
    }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public OrganisationFunction Function { get; private set; }

    public Sector? Sector { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day on which no organisation of this kind exists; null while the kind goes on.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The kind that took over, if one did.</summary>
    public string? SuccessorCode { get; private set; }

    public uint Version { get; private set; }

    public Period Existed => new(ValidFrom, ValidTo);

    /// <summary>Ends the kind: from <paramref name="on"/> no new organisation is of it.</summary>
    /// <param name="successor">The kind that takes over, which exists on that day; null when none does.</param>
    /// <param name="tookOverOn">Latest day on which it took over from another kind; null when it never did. It ends later than that, so that a chain of successors never comes back to where it began.</param>
    public Outcome CloseOn(DateOnly on, OrganisationKind? successor, DateOnly? tookOverOn = null)
    {
        if (ValidTo is not null)
        {
            return PartnershipRefusals.AlreadyClosed;
        }

        if (on <= ValidFrom)
        {
            return PartnershipRefusals.KindClosesBeforeItOpens(ValidFrom);
        }

        if (on <= tookOverOn)
        {
            return PartnershipRefusals.KindClosesBeforeItTookOver(tookOverOn.Value);
        }

        if (successor?.Code == Code)
        {
            return PartnershipRefusals.SucceedsItself;
        }

        if (successor is not null && !successor.Existed.Contains(on))
        {
            return PartnershipRefusals.SuccessorNotThere(successor.Name, on);
        }

        (ValidTo, SuccessorCode) = (on, successor?.Code);
        return Outcome.Done;
    }
}
