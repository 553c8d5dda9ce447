using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Start;

/// <summary>That the person moved in, and why it did not wait for approval.</summary>
public sealed class StartForm
{
    public uint Version { get; set; }

    [Display(Name = "why it could not wait"), DataType(DataType.MultilineText)] public string? Reason { get; set; }

    public CircumstancesForm Lives { get; set; } = new();
}

internal sealed class StartFormRules : AbstractValidator<StartForm>
{
    public StartFormRules()
    {
        RuleFor(f => f.Reason).MaximumLength(Placement.MaxNoteLength).WithMessage($"The reason must be {Placement.MaxNoteLength} characters or fewer");
        RuleFor(f => f.Lives).SetValidator(new CircumstancesFormRules(asksRecovery: false));
    }
}
