using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.End;

/// <summary>When a placement ended and why.</summary>
public sealed class EndForm
{
    public uint Version { get; set; }

    [Display(Name = "the first day without it")] public DateOnly? On { get; set; }

    public EndReason? Reason { get; set; }

    [Display(Name = "note"), DataType(DataType.MultilineText)] public string? Note { get; set; }
}

internal sealed class EndFormRules : AbstractValidator<EndForm>
{
    public EndFormRules()
    {
        RuleFor(f => f.On).NotNull().WithMessage("Enter the first day without it");
        RuleFor(f => f.Reason).NotNull().WithMessage("Choose why it ended");
        RuleFor(f => f.Note).MaximumLength(Placement.MaxNoteLength).WithMessage($"The note must be {Placement.MaxNoteLength:N0} characters or fewer");
    }
}
