using System.Text.RegularExpressions;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>What a form refuses of who a person is.</summary>
internal static partial class PersonRules
{
    public static IRuleBuilderOptions<T, string?> IsNhsNumber<T>(this IRuleBuilderInitial<T, string?> number) => number.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Enter the person’s NHS number")
        .Must(n => n!.Count(char.IsAsciiDigit) == NhsNumber.Length).WithMessage("An NHS number has 10 digits, like 999 000 0018")
        .Must(n => NhsNumber.TryParse(n, out _)).WithMessage("There is no such NHS number: check each digit");

    public static IRuleBuilderOptions<T, string?> IsPersonsName<T>(this IRuleBuilder<T, string?> name) => name
        .NotEmpty().WithMessage("Enter the person’s name")
        .MaximumLength(Person.MaxNameLength).WithMessage($"The name must be {Person.MaxNameLength} characters or fewer");

    public static IRuleBuilderOptions<T, string?> IsPostcodeDistrict<T>(this IRuleBuilder<T, string?> district) => district
        .Must(d => string.IsNullOrWhiteSpace(d) || District().IsMatch(d.Trim())).WithMessage("Enter the first half of a postcode and no more, like L8 or BB11");

    /// <summary>As it is kept: "l8 " is L8, and nothing is null.</summary>
    public static string? Kept(string? district) => string.IsNullOrWhiteSpace(district) ? null : district.Trim().ToUpperInvariant();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex District();
}
