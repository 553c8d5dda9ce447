using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Match;

/// <summary>Where the person goes and from when.</summary>
public sealed class ServiceForm
{
    public uint Version { get; set; }

    [Display(Name = "service")] public ServiceChoice Service { get; set; } = new();

    [Display(Name = "the first day")] public DateOnly? StartsOn { get; set; }
}

internal sealed class ServiceFormRules : AbstractValidator<ServiceForm>
{
    public ServiceFormRules()
    {
        RuleFor(f => f.Service).SetValidator(new ServiceChoiceRules());
        RuleFor(f => f.StartsOn).NotNull().WithMessage("Enter the first day");
    }
}
