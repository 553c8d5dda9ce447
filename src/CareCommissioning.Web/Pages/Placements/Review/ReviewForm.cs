using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Review;

/// <summary>What a review came to.</summary>
public sealed class ReviewForm
{
    public uint Version { get; set; }

    [Display(Name = "the date of the review")] public DateOnly? ReviewedOn { get; set; }

    // Where two people review at once, the other's decision stands on the page in words.
    public ReviewDecision? Decision { get; set; }

    [Display(Name = "summary"), DataType(DataType.MultilineText)] public string? Summary { get; set; }

    [Display(Name = "the date of the next review")] public DateOnly? NextOn { get; set; }
}

internal sealed class ReviewFormRules : AbstractValidator<ReviewForm>
{
    public ReviewFormRules()
    {
        RuleFor(f => f.ReviewedOn).NotNull().WithMessage("Enter the date of the review");
        RuleFor(f => f.Decision).NotNull().WithMessage("Choose what was decided");
        RuleFor(f => f.Summary).NotEmpty().WithMessage("Enter a summary of the review")
            .MaximumLength(PlacementReview.MaxSummaryLength).WithMessage($"The summary must be {PlacementReview.MaxSummaryLength:N0} characters or fewer");
    }
}
