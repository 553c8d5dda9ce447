using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Goals;

/// <summary>A goal in the person's own words (S2-002).</summary>
public sealed class GoalForm
{
    [DataType(DataType.MultilineText)] public string? Text { get; set; }
}

internal sealed class GoalFormRules : AbstractValidator<GoalForm>
{
    public GoalFormRules() => RuleFor(f => f.Text).NotEmpty().WithMessage("Enter what the person wants to reach")
        .MaximumLength(PlacementGoal.MaxTextLength).WithMessage($"The goal must be {PlacementGoal.MaxTextLength} characters or fewer");
}
