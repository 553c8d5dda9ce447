using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Withdraw;

/// <summary>Why a placement is given up before it starts.</summary>
public sealed class WithdrawForm
{
    public uint Version { get; set; }

    [Display(Name = "reason"), DataType(DataType.MultilineText)] public string? Note { get; set; }
}

internal sealed class WithdrawFormRules : AbstractValidator<WithdrawForm>
{
    public WithdrawFormRules() =>
        RuleFor(f => f.Note).NotEmpty().WithMessage("Enter why the placement is given up")
            .MaximumLength(Placement.MaxNoteLength).WithMessage($"The reason must be {Placement.MaxNoteLength} characters or fewer");
}
