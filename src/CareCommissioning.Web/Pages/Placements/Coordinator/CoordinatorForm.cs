using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Coordinator;

/// <summary>Who becomes the care co-ordinator.</summary>
public sealed class CoordinatorForm
{
    public uint Version { get; set; }

    [Display(Name = "care co-ordinator")] public Guid? Coordinator { get; set; }
}

internal sealed class CoordinatorFormRules : AbstractValidator<CoordinatorForm>
{
    public CoordinatorFormRules() => RuleFor(f => f.Coordinator).NotNull().WithMessage("Choose a colleague");
}
