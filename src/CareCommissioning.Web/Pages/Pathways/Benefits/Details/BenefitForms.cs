using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Benefits.Details;

/// <summary>A value on a day.</summary>
public sealed class ObserveForm
{
    public decimal? Value { get; set; }

    public DateOnly? On { get; set; }

    public string? Note { get; set; }
}

internal sealed class ObserveFormRules : AbstractValidator<ObserveForm>
{
    public ObserveFormRules()
    {
        RuleFor(f => f.Value).NotNull().WithMessage("Enter the value").InclusiveBetween(-1_000_000_000_000m, 1_000_000_000_000m).WithMessage("The value is too large");
        RuleFor(f => f.On).NotNull().WithMessage("Enter the date of the value");
        RuleFor(f => f.Note).MaximumLength(Observation.MaxNoteLength).WithMessage($"The note must be {Observation.MaxNoteLength} characters or fewer");
    }
}

/// <summary>Why a benefit is given up.</summary>
public sealed class GiveUpForm
{
    [Display(Name = "reason"), DataType(DataType.MultilineText)] public string? Reason { get; set; }
}

internal sealed class GiveUpFormRules : AbstractValidator<GiveUpForm>
{
    public GiveUpFormRules()
    {
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why it is withdrawn")
            .MaximumLength(Benefit.MaxTextLength).WithMessage($"The reason must be {Benefit.MaxTextLength} characters or fewer");
    }
}
