using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Web.Components.Words;
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

    public CircumstancesForm Lives { get; set; } = new();

    /// <summary>What became of each goal that was open when the form was shown.</summary>
    public List<GoalAnswer> Goals { get; set; } = [];

    [Display(Name = "another goal"), DataType(DataType.MultilineText)] public string? NewGoal { get; set; }

    public bool WantsNoGoal { get; set; }

    public ReviewFindings ToFindings() => new(
        ReviewedOn!.Value, Decision!.Value, Summary!.Trim(), NextOn, Lives.ToCircumstances(), new GoalFindings(Goals.DistinctBy(goal => goal.Id).ToDictionary(goal => goal.Id, goal => goal.State), NewGoal.Tidy(), WantsNoGoal));
}

/// <summary>What became of a goal.</summary>
public sealed class GoalAnswer
{
    public Guid Id { get; set; }

    public GoalState State { get; set; }
}

internal sealed class ReviewFormRules : AbstractValidator<ReviewForm>
{
    public ReviewFormRules()
    {
        RuleFor(f => f.ReviewedOn).NotNull().WithMessage("Enter the date of the review");
        RuleFor(f => f.Decision).NotNull().WithMessage("Choose what was decided");
        RuleFor(f => f.Summary).NotEmpty().WithMessage("Enter a summary of the review")
            .MaximumLength(PlacementReview.MaxSummaryLength).WithMessage($"The summary must be {PlacementReview.MaxSummaryLength:N0} characters or fewer");
        RuleFor(f => f.Lives).SetValidator(new CircumstancesFormRules(asksRecovery: true));
        RuleForEach(f => f.Goals).ChildRules(goal => goal.RuleFor(g => g.State).IsInEnum().WithMessage("Choose what became of it"));
        RuleFor(f => f.NewGoal).MaximumLength(PlacementGoal.MaxTextLength).WithMessage($"The goal must be {PlacementGoal.MaxTextLength} characters or fewer");
    }
}
