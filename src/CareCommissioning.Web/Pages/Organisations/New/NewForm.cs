using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Partnerships;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.New;

/// <summary>A new organisation.</summary>
public sealed class NewForm
{
    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "kind of organisation")] public string? Kind { get; set; }

    [Display(Name = "code")] public string? Code { get; set; }

    [Display(Name = "the date the organisation opened")] public DateOnly? OpenedOn { get; set; }

    public OrganisationChoice MemberOf { get; set; } = new();

    /// <summary>It is another one than those of its name or code that are there.</summary>
    [Display(Name = "confirmation")] public bool Anyway { get; set; }
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the organisation")
            .MaximumLength(Organisation.MaxNameLength).WithMessage($"The name must be {Organisation.MaxNameLength} characters or fewer");
        RuleFor(f => f.Kind).NotEmpty().WithMessage("Choose the kind of organisation");
        RuleFor(f => f.Code).MaximumLength(Organisation.MaxCodeLength).WithMessage($"The code must be {Organisation.MaxCodeLength} characters or fewer");
        RuleFor(f => f.OpenedOn).NotNull().WithMessage("Enter the date the organisation opened");
        RuleFor(f => f.MemberOf).SetValidator(new OrganisationChoiceRules());
    }
}
