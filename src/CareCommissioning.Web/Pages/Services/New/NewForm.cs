using System.ComponentModel.DataAnnotations;
using CareCommissioning.Web.Pages.Organisations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Services.New;

/// <summary>A new service and the provider that runs it.</summary>
public sealed class NewForm
{
    public OrganisationChoice Provider { get; set; } = new();

    public ServiceForm Service { get; set; } = new();

    [Display(Name = "the date the service opened")] public DateOnly? OpenedOn { get; set; }
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.Provider).SetValidator(new OrganisationChoiceRules());
        RuleFor(f => f.Provider.Typed).NotEmpty().When(f => f.Provider.IsEmpty).WithMessage("Enter the provider that runs the service");
        RuleFor(f => f.Service).SetValidator(new ServiceFormRules());
        RuleFor(f => f.OpenedOn).NotNull().WithMessage("Enter the date the service opened");
    }
}
