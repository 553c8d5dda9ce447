using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Partnerships;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.Rename;

/// <summary>A new name and the day it begins.</summary>
public sealed class RenameForm
{
    public uint Version { get; set; }

    [Display(Name = "new name")] public string? Name { get; set; }

    [Display(Name = "the first day of the new name")] public DateOnly? From { get; set; }
}

internal sealed class RenameFormRules : AbstractValidator<RenameForm>
{
    public RenameFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the new name")
            .MaximumLength(Organisation.MaxNameLength).WithMessage($"The name must be {Organisation.MaxNameLength} characters or fewer");
        RuleFor(f => f.From).NotNull().WithMessage("Enter the first day of the new name");
    }
}
