using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Funding;

/// <summary>The fee and who pays it.</summary>
public sealed class FundingForm
{
    public uint Version { get; set; }

    [Display(Name = "the weekly fee")] public decimal? WeeklyFee { get; set; }

    [Display(Name = "the NHS’s share")] public decimal? Nhs { get; set; }

    [Display(Name = "the council’s share")] public decimal? Council { get; set; }

    [Display(Name = "the pooled budget’s share")] public decimal? Pooled { get; set; }

    [Display(Name = "the other funder’s share")] public decimal? Other { get; set; }

    [Display(Name = "the person’s share")] public decimal? Person { get; set; }

    [Display(Name = "reference of the agreement")] public string? Reference { get; set; }
}

internal sealed class FundingFormRules : AbstractValidator<FundingForm>
{
    public FundingFormRules()
    {
        RuleFor(f => f.WeeklyFee).NotNull().WithMessage("Enter the weekly fee");
        Share(f => f.Nhs, "The NHS’s share");
        Share(f => f.Council, "The council’s share");
        Share(f => f.Pooled, "The pooled budget’s share");
        Share(f => f.Other, "The other funder’s share");
        Share(f => f.Person, "The person’s share");
        RuleFor(f => f.Reference).MaximumLength(PlacementTerms.MaxReferenceLength).WithMessage($"The reference must be {PlacementTerms.MaxReferenceLength} characters or fewer");
    }

    private void Share(Expression<Func<FundingForm, decimal?>> share, string name) =>
        RuleFor(share).Must(s => s is null || (s is >= 0 and <= FundingShares.Whole && decimal.Round(s.Value, 2) == s)).WithMessage($"{name} must be between 0 and 100 per cent, with no more than two decimals");
}
