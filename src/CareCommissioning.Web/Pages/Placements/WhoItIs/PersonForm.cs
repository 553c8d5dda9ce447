using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.WhoItIs;

/// <summary>Who a person is, as it should have been written down.</summary>
public sealed class PersonForm
{
    public uint Version { get; set; }

    [Display(Name = "NHS number")] public string? NhsNumber { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "date of birth")] public DateOnly? BornOn { get; set; }

    [Display(Name = "first half of the postcode")] public string? PostcodeDistrict { get; set; }
}

internal sealed class PersonFormRules : AbstractValidator<PersonForm>
{
    public PersonFormRules()
    {
        RuleFor(f => f.NhsNumber).IsNhsNumber();
        RuleFor(f => f.Name).IsPersonsName();
        RuleFor(f => f.BornOn).NotNull().WithMessage("Enter the date of birth");
        RuleFor(f => f.PostcodeDistrict).IsPostcodeDistrict();
    }
}
