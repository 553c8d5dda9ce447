using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>A partnership that an organisation begins, or ceases, to serve.</summary>
public sealed class ServeForm
{
    [Display(Name = "partnership")] public Guid? Partnership { get; set; }

    [Display(Name = "the day")] public DateOnly? On { get; set; }
}

internal sealed class ServeFormRules : AbstractValidator<ServeForm>
{
    public ServeFormRules()
    {
        RuleFor(f => f.Partnership).NotNull().WithMessage("Choose the partnership");
        RuleFor(f => f.On).NotNull().WithMessage("Enter the day");
    }
}
