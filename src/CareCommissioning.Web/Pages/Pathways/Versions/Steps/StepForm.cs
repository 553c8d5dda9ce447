using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps;

/// <summary>A service or activity: what it is and where it happens.</summary>
public sealed class StepForm : IElementForm<StepForm, Step>
{
    public string? Version { get; set; }

    [Display(Name = "stage")] public Guid? Stage { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "setting")] public Setting? Setting { get; set; }

    [Display(Name = "components")] public List<CareComponent> Components { get; set; } = [];

    [Display(Name = "opening hours")] public OpeningHours? Hours { get; set; }

    [Display(Name = "plain language"), DataType(DataType.MultilineText)] public string? Description { get; set; }

    /// <summary>The step it stands in for (S0-016).</summary>
    public Guid? AlternativeTo { get; set; }

    [Display(Name = "share that would otherwise go there")] public decimal? Diverts { get; set; }

    public static StepForm Of(Step it) => new()
    {
        Stage = it.StageId,
        Name = it.Name,
        Setting = it.Setting,
        Components = [.. it.Components],
        Hours = it.Hours,
        Description = it.Description,
        AlternativeTo = it.AlternativeTo,
        Diverts = it.Diverts,
    };

    public Step ToElement(Step? it, Guid id) => (it ?? new Step { Id = id, StageId = Guid.Empty, Name = "" }) with
    {
        StageId = Stage!.Value,
        Name = Name!.Trim(),
        Setting = Setting,
        Components = [.. Components.Distinct().Order()],
        Hours = Hours,
        Description = Description.Tidy(),
        AlternativeTo = AlternativeTo,
        Diverts = AlternativeTo is null ? null : Diverts,
    };
}

internal sealed class StepFormRules : AbstractValidator<StepForm>
{
    public StepFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the step")
            .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"The name must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.Stage).NotNull().WithMessage("Choose the stage it stands in");
        RuleFor(f => f.Setting).IsInEnum().WithMessage("Choose where it happens");
        RuleFor(f => f.Hours).IsInEnum().WithMessage("Choose when it takes people");
        RuleForEach(f => f.Components).IsInEnum().WithMessage("Choose from the list");
        RuleFor(f => f.Diverts).InclusiveBetween(0, 100).WithMessage("The share must be between 0 and 100 per cent")
            .NotNull().When(f => f.AlternativeTo is not null, ApplyConditionTo.CurrentValidator).WithMessage("Enter how many of those who come would otherwise go there");
        RuleFor(f => f.AlternativeTo).NotNull().When(f => f.Diverts is not null).WithMessage("Choose the step it stands in for");
        RuleFor(f => f.Description).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The description must be {PathwayMap.MaxTextLength} characters or fewer");

    }
}
