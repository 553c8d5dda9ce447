using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>A partnership, and the day from which an organisation serves it, or no longer does.</summary>
public sealed class MembershipForm
{
    [Display(Name = "partnership")] public Guid? Partnership { get; set; }

    [Display(Name = "the day")] public DateOnly? On { get; set; }
}

internal sealed class MembershipFormRules : AbstractValidator<MembershipForm>
{
    public MembershipFormRules()
    {
        RuleFor(f => f.Partnership).NotNull().WithMessage("Choose the partnership");
        RuleFor(f => f.On).NotNull().WithMessage("Enter the day");
    }
}
