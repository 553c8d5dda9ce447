using System.Linq.Expressions;

namespace CareCommissioning.Domain.Placements;

/// <summary>The fee of a placement and who pays which part of it, from a day until the day before other terms.</summary>
public sealed class PlacementTerms
{
    public const int MaxReferenceLength = 60;

    internal PlacementTerms(Guid id, Placement placement, DateOnly validFrom, decimal weeklyFee, FundingShares shares, string? reference)
    {
        (Id, PlacementId, PartnershipId, ValidFrom) = (id, placement.Id, placement.PartnershipId, validFrom);
        Set(weeklyFee, shares, reference);
    }

    private PlacementTerms()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlacementId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day of other terms; null while in force.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Pounds a week.</summary>
    public decimal WeeklyFee { get; private set; }

    /// <summary>Per cent, two decimals; the five sum to exactly 100.</summary>
    public decimal NhsShare { get; private set; }

    public decimal CouncilShare { get; private set; }

    public decimal PooledShare { get; private set; }

    public decimal OtherShare { get; private set; }

    public decimal PersonShare { get; private set; }

    public FundingShares Shares => FundingShares.Of(NhsShare, CouncilShare, PooledShare, OtherShare, PersonShare).Value
        ?? throw new InvalidOperationException("The database keeps no shares that do not sum to 100.");

    /// <summary>Of the agreement about the split, such as a panel's number.</summary>
    public string? Reference { get; private set; }

    /// <summary>Those that say what is paid on a day; of one placement at most one. For queries.</summary>
    public static Expression<Func<PlacementTerms, bool>> InForceOn(DateOnly day) => t => t.ValidFrom <= day && (t.ValidTo == null || t.ValidTo > day);

    internal void Set(decimal weeklyFee, FundingShares shares, string? reference)
    {
        (WeeklyFee, Reference) = (weeklyFee, reference);
        (NhsShare, CouncilShare, PooledShare, OtherShare, PersonShare) = (shares.Nhs, shares.Council, shares.Pooled, shares.Other, shares.Person);
    }

    internal void MoveTo(DateOnly from) => ValidFrom = from;

    internal void EndOn(DateOnly day) => ValidTo = day;
}
