using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.People;

/// <summary>Who works in a step, who comes in, and what everybody brings (S2-057).</summary>
public sealed class PeopleForm : IElementForm<PeopleForm, Step>
{
    public string? Version { get; set; }

    [Display(Name = "staff"), DataType(DataType.MultilineText)] public string? Staff { get; set; }

    [Display(Name = "who lets people in"), DataType(DataType.MultilineText)] public string? Gatekeeping { get; set; }

    [Display(Name = "what the person brings"), DataType(DataType.MultilineText)] public string? PersonContributes { get; set; }

    [Display(Name = "what carers bring"), DataType(DataType.MultilineText)] public string? CarersContribute { get; set; }

    [Display(Name = "what the community brings"), DataType(DataType.MultilineText)] public string? CommunityContributes { get; set; }

    [Display(Name = "what people are told"), DataType(DataType.MultilineText)] public string? PatientInformation { get; set; }

    [Display(Name = "referral form"), DataType(DataType.MultilineText)] public string? ReferralForm { get; set; }


    public static PeopleForm Of(Step it) => new()
    {
        Staff = string.Join('\n', it.Staff.Select(s => $"{s.Wte:0.##} {s.Role}")),
        Gatekeeping = it.Gatekeeping,
        PersonContributes = it.PersonContributes,
        CarersContribute = it.CarersContribute,
        CommunityContributes = it.CommunityContributes,
        PatientInformation = it.PatientInformation,
        ReferralForm = it.ReferralForm,
    };

    /// <summary>One line as "2.5 nurses"; null when it is not.</summary>
    public static StaffRole? ReadStaff(string line) =>
        line.Trim().Split(' ', 2) is [var number, var role] && decimal.TryParse(number, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var wte)
            && wte <= 10000 && role.Trim() is { Length: > 0 and <= PathwayMap.MaxNameLength } name
            ? new StaffRole(name, wte)
            : null;

    public static IEnumerable<string> Lines(string? staff) => (staff ?? "").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));

    public Step ToElement(Step? it, Guid id) => it! with
    {
        Staff = [.. Lines(Staff).Select(line => ReadStaff(line)!)],
        Gatekeeping = Gatekeeping.Tidy(),
        PersonContributes = PersonContributes.Tidy(),
        CarersContribute = CarersContribute.Tidy(),
        CommunityContributes = CommunityContributes.Tidy(),
        PatientInformation = PatientInformation.Tidy(),
        ReferralForm = ReferralForm.Tidy(),
    };
}

internal sealed class PeopleFormRules : AbstractValidator<PeopleForm>
{
    public PeopleFormRules()
    {
        RuleFor(f => f.Staff).Must(staff => PeopleForm.Lines(staff).All(line => PeopleForm.ReadStaff(line) is not null))
            .WithMessage("Enter each role on a line of its own, the number first: 2.5 nurses");
        RuleFor(f => f.Staff).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The staff must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.Gatekeeping).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"Who lets people in must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.PersonContributes).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"What the person brings must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.CarersContribute).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"What carers bring must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.CommunityContributes).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"What the community brings must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.PatientInformation).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"What people are told must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.ReferralForm).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The referral form must be {PathwayMap.MaxTextLength} characters or fewer");

    }
}
