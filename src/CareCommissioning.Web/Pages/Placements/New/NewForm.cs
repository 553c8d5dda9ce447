using System.ComponentModel.DataAnnotations;
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

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.NhsNumber).IsNhsNumber();
        When(f => f.IsUnknown, () =>
        {
            RuleFor(f => f.Name).IsPersonsName();
            RuleFor(f => f.BornOn).NotNull().WithMessage("Enter the date of birth");
            RuleFor(f => f.PostcodeDistrict).IsPostcodeDistrict();
        });
    }
}
