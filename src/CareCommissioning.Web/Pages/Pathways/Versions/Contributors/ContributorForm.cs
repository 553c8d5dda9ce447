using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Contributors;

/// <summary>Somebody who took part (S2-042).</summary>
public sealed class ContributorForm
{
    public ContributorSide? Side { get; set; }

    public string? Name { get; set; }

    [Display(Name = "part"), DataType(DataType.MultilineText)] public string? Part { get; set; }
}

internal sealed class ContributorFormRules : AbstractValidator<ContributorForm>
{
    public ContributorFormRules()
    {
        RuleFor(f => f.Side).NotNull().WithMessage("Choose whose view they bring").IsInEnum().WithMessage("Choose whose view they bring");
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter who took part")
            .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"Who took part must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.Part).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"How they took part must be {PathwayMap.MaxTextLength} characters or fewer");
    }
}
