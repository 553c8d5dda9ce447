using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Teams.Close;

/// <summary>When a team closes.</summary>
public sealed class CloseForm
{
    public uint Version { get; set; }

    [Display(Name = "the last day of the team")] public DateOnly? LastDay { get; set; }
}

internal sealed class CloseFormRules : AbstractValidator<CloseForm>
{
    public CloseFormRules() => RuleFor(f => f.LastDay).NotNull().WithMessage("Enter the last day of the team");
}
