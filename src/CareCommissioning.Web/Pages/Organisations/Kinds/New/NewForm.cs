using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Partnerships;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.Kinds.New;

/// <summary>A new kind of organisation.</summary>
public sealed class NewForm
{
    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "short name")] public string? Code { get; set; }

    [Display(Name = "what it does")] public OrganisationFunction? Function { get; set; }

    [Display(Name = "sector")] public Sector? Sector { get; set; }

    [Display(Name = "the first day of this kind")] public DateOnly? From { get; set; }
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the kind")
            .MaximumLength(OrganisationKind.MaxNameLength).WithMessage($"The name must be {OrganisationKind.MaxNameLength} characters or fewer");
        RuleFor(f => f.Code).NotEmpty().WithMessage("Enter a short name")
            .MaximumLength(OrganisationKind.MaxCodeLength).WithMessage($"The short name must be {OrganisationKind.MaxCodeLength} characters or fewer")
            .Must(code => string.IsNullOrEmpty(code) || (code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && code[0] != '-' && code[^1] != '-'))
            .WithMessage("Use small letters, numbers and hyphens only, like care-trust");
        RuleFor(f => f.Function).NotNull().WithMessage("Choose what organisations of this kind do").IsInEnum().WithMessage("Choose what organisations of this kind do");
        RuleFor(f => f.Sector).NotNull().When(f => f.Function == OrganisationFunction.Provider).WithMessage("Choose who owns providers of this kind");
        RuleFor(f => f.Sector).IsInEnum().WithMessage("Choose who owns providers of this kind");
        RuleFor(f => f.From).NotNull().WithMessage("Enter the first day of this kind");
    }
}
