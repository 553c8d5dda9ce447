using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.Close;

/// <summary>When an organisation closes and who takes over.</summary>
public sealed class CloseForm
{
    public uint Version { get; set; }

    [Display(Name = "the last day of the organisation")] public DateOnly? LastDay { get; set; }

    [Display(Name = "successor")] public OrganisationChoice Successor { get; set; } = new();
}

internal sealed class CloseFormRules : AbstractValidator<CloseForm>
{
    public CloseFormRules()
    {
        RuleFor(f => f.LastDay).NotNull().WithMessage("Enter the last day of the organisation");
        RuleFor(f => f.Successor).SetValidator(new OrganisationChoiceRules());
    }
}
