using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Services.Close;

/// <summary>When a service closes.</summary>
public sealed class CloseForm
{
    public uint Version { get; set; }

    [Display(Name = "the first day without the service")] public DateOnly? On { get; set; }
}

internal sealed class CloseFormRules : AbstractValidator<CloseForm>
{
    public CloseFormRules() => RuleFor(f => f.On).NotNull().WithMessage("Enter the first day without the service");
}
