using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Readiness;

/// <summary>Which warning is accepted, and why.</summary>
public sealed class AcceptForm
{
    public string? Finding { get; set; }

    [Display(Name = "reason")] public string? Reason { get; set; }
}

internal sealed class AcceptFormRules : AbstractValidator<AcceptForm>
{
    public AcceptFormRules()
    {
        RuleFor(f => f.Finding).NotEmpty().WithMessage("Choose the warning that is accepted");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why this is acceptable")
            .MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The reason must be {PathwayMap.MaxTextLength} characters or fewer");
    }
}
