using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Partnerships;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Localities;

/// <summary>A locality, new or changed.</summary>
public sealed class LocalityForm
{
    /// <summary>Why a name cannot be given.</summary>
    public const string NameIsTaken = "Another locality of your partnership has this name";

    public uint Version { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "area code")] public string? AreaCode { get; set; }
}

internal sealed class LocalityFormRules : AbstractValidator<LocalityForm>
{
    public LocalityFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the locality")
            .MaximumLength(Locality.MaxNameLength).WithMessage($"The name must be {Locality.MaxNameLength} characters or fewer");
        RuleFor(f => f.AreaCode).MaximumLength(Locality.MaxCodeLength).WithMessage($"The area code must be {Locality.MaxCodeLength} characters or fewer");
    }
}
