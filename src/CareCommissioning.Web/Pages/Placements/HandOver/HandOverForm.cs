using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.HandOver;

/// <summary>Who looks after a person from now on, and why.</summary>
public sealed class HandOverForm
{
    [Display(Name = "team")] public Guid? Team { get; set; }

    [Display(Name = "care co-ordinator")] public Guid? Coordinator { get; set; }

    [Display(Name = "reason")] public string? Reason { get; set; }
}

internal sealed class HandOverFormRules : AbstractValidator<HandOverForm>
{
    private const int MaxReason = 500;

    public HandOverFormRules()
    {
        RuleFor(f => f.Team).NotNull().WithMessage("Choose a team");
        RuleFor(f => f.Coordinator).NotNull().WithMessage("Choose who becomes the care co-ordinator");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why: it stands in the log")
            .MaximumLength(MaxReason).WithMessage($"The reason must be {MaxReason} characters or fewer");
    }
}
