using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.New;

/// <summary>Whom the placement is for: an NHS number, and who they are where nobody here knows them yet.</summary>
public sealed class NewForm
{
    [Display(Name = "NHS number")] public string? NhsNumber { get; set; }

    /// <summary>Nobody with this number was found, so the page asks who it is.</summary>
    public bool IsUnknown { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "date of birth")] public DateOnly? BornOn { get; set; }

    [Display(Name = "first half of the postcode")] public string? PostcodeDistrict { get; set; }
}

internal sealed partial class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.NhsNumber).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter the person’s NHS number")
            .Must(HasTenDigits).WithMessage("An NHS number has 10 digits, like 999 000 0018")
            .Must(n => NhsNumber.TryParse(n, out _)).WithMessage("There is no such NHS number: check each digit");
        When(f => f.IsUnknown, () =>
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the person’s name")
                .MaximumLength(Person.MaxNameLength).WithMessage($"The name must be {Person.MaxNameLength} characters or fewer");
            RuleFor(f => f.BornOn).NotNull().WithMessage("Enter the date of birth");
            RuleFor(f => f.PostcodeDistrict).Must(d => string.IsNullOrWhiteSpace(d) || District().IsMatch(d.Trim()))
                .WithMessage("Enter the first half of a postcode and no more, like L8 or BB11");
        });
    }

    private static bool HasTenDigits(string? number) => number!.Count(char.IsAsciiDigit) == Domain.Placements.NhsNumber.Length;

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex District();
}
