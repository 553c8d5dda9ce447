using System.Linq.Expressions;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Placements;

/// <content>What it costs, who pays it, and who agreed to that.</content>
public sealed partial class Placement
{
    private readonly List<PlacementTerms> _terms = [];

    /// <summary>Complete and not approved: matched, or started already because it could not wait. For queries.</summary>
    public static Expression<Func<Placement, bool>> AwaitsApproval { get; } = p =>
        (p.Stage == PlacementStage.Matched || p.Stage == PlacementStage.Started) && p.ApprovedAt == null && p.LegalBasis != null && p.CareCoordinatorId != null && p.Terms.Any();

    /// <summary>Fee and funders over time, the earliest first, with no day between them and none twice.</summary>
    public IReadOnlyList<PlacementTerms> Terms => _terms;

    /// <summary>Fee and funders agreed last; null while none are.</summary>
    public PlacementTerms? LatestTerms => _terms.MaxBy(t => t.ValidFrom);

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Account of the commissioner who agreed to fee and split.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>Writes down the fee and who pays it, before the placement starts.</summary>
    /// <param name="id">Of the terms, where there are none yet.</param>
    /// <param name="weeklyFee">Pounds a week.</param>
    public Outcome AgreeTerms(Guid id, decimal weeklyFee, FundingShares shares, string? reference)
    {
        if (!IsBeforeStart)
        {
            return PlacementRefusals.AlreadyUnderWay;
        }

        if (Refuse(weeklyFee, shares) is { } refusal)
        {
            return refusal;
        }

        if (_terms.SingleOrDefault() is { } terms)
        {
            terms.Set(weeklyFee, shares, reference);
        }
        else
        {
            _terms.Add(new PlacementTerms(id, this, StartsOn, weeklyFee, shares, reference));
        }

        if (ServiceId is not null)
        {
            BackToMatched();
        }

        return Outcome.Done;
    }

    /// <summary>Changes fee or funders of a running placement from a day; what was paid before stays.</summary>
    public Outcome ChangeTerms(Guid id, DateOnly from, decimal weeklyFee, FundingShares shares, string? reference)
    {
        if (Stage != PlacementStage.Started)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (Refuse(weeklyFee, shares) is { } refusal)
        {
            return refusal;
        }

        var last = LatestTerms!;
        if (from <= last.ValidFrom)
        {
            return PlacementRefusals.TermsBeginTooEarly(last.ValidFrom);
        }

        last.EndOn(from);
        _terms.Add(new PlacementTerms(id, this, from, weeklyFee, shares, reference));
        return Outcome.Done;
    }

    /// <summary>A commissioner agrees to the fee and to who pays it: before the start, or after an urgent one.</summary>
    public Outcome Approve(Guid by, DateTimeOffset at)
    {
        if (ApprovedAt is not null)
        {
            return PlacementRefusals.AlreadyApproved;
        }

        if (Stage is not (PlacementStage.Matched or PlacementStage.Started))
        {
            return PlacementRefusals.NothingToApprove;
        }

        if (Missing.Count > 0)
        {
            return PlacementRefusals.Incomplete;
        }

        (ApprovedBy, ApprovedAt) = (by, at);
        Stage = Stage == PlacementStage.Matched ? PlacementStage.Approved : Stage;
        return Outcome.Done;
    }

    private Refusal? Refuse(decimal weeklyFee, FundingShares shares)
    {
        if (weeklyFee is <= 0 or > Fees.Highest || decimal.Round(weeklyFee, 2) != weeklyFee)
        {
            return PlacementRefusals.FeeOutOfRange;
        }

        return LegalBasis == Placements.LegalBasis.Section117 && shares.Person > 0 ? PlacementRefusals.Section117IsFree : null;
    }
}
