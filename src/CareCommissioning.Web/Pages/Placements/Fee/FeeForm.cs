using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Fee;

/// <summary>A weekly fee and who pays which part of it, from a day. A share that is left empty is 0.</summary>
public sealed class FeeForm
{
    public uint Version { get; set; }

    [Display(Name = "the first day of the new fee")] public DateOnly? From { get; set; }

    [Display(Name = "the weekly fee")] public decimal? WeeklyFee { get; set; }

    [Display(Name = "the NHS’s share")] public decimal? Nhs { get; set; }

    [Display(Name = "the council’s share")] public decimal? Council { get; set; }

    [Display(Name = "the pooled budget’s share")] public decimal? Pooled { get; set; }

    [Display(Name = "another funder’s share")] public decimal? Other { get; set; }

    [Display(Name = "the person’s share")] public decimal? Person { get; set; }

    [Display(Name = "reference")] public string? Reference { get; set; }

    internal Outcome<FundingShares> Shares => FundingShares.Of(Nhs ?? 0, Council ?? 0, Pooled ?? 0, Other ?? 0, Person ?? 0);

    internal static FeeForm Of(PlacementTerms terms, uint version) => new()
    {
        Version = version,
        WeeklyFee = terms.WeeklyFee,
        Nhs = Typed(terms.NhsShare),
        Council = Typed(terms.CouncilShare),
        Pooled = Typed(terms.PooledShare),
        Other = Typed(terms.OtherShare),
        Person = Typed(terms.PersonShare),
    };

    // Who pays nothing is left empty.
    private static decimal? Typed(decimal share) => share == 0 ? null : share;
}

internal sealed class FeeFormRules : AbstractValidator<FeeForm>
{
    public FeeFormRules()
    {
        RuleFor(f => f.From).NotNull().WithMessage("Enter the first day of the new fee");
        RuleFor(f => f.WeeklyFee).NotNull().WithMessage("Enter the weekly fee");
        Expression<Func<FeeForm, decimal?>>[] shares = [f => f.Nhs, f => f.Council, f => f.Pooled, f => f.Other, f => f.Person];
        foreach (var share in shares)
        {
            RuleFor(share).Must(s => s is null || (s is >= 0 and <= FundingShares.Whole && decimal.Round(s.Value, 2) == s)).WithMessage(PlacementRefusals.ShareOutOfRange.Message);
        }

        RuleFor(f => f.Reference).MaximumLength(PlacementTerms.MaxReferenceLength).WithMessage($"The reference must be {PlacementTerms.MaxReferenceLength} characters or fewer");
    }
}
