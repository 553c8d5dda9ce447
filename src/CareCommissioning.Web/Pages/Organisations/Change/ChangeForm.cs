using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Partnerships;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.Change;

/// <summary>What can be corrected about an organisation.</summary>
public sealed class ChangeForm
{
    public uint Version { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "code")] public string? Code { get; set; }

    [Display(Name = "member of")] public OrganisationChoice MemberOf { get; set; } = new();
}

internal sealed class ChangeFormRules : AbstractValidator<ChangeForm>
{
    public ChangeFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the organisation")
            .MaximumLength(Organisation.MaxNameLength).WithMessage($"The name must be {Organisation.MaxNameLength} characters or fewer");
        RuleFor(f => f.Code).MaximumLength(Organisation.MaxCodeLength).WithMessage($"The code must be {Organisation.MaxCodeLength} characters or fewer");
        RuleFor(f => f.MemberOf).SetValidator(new OrganisationChoiceRules());
    }
}
