using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Stages;

/// <summary>A column of the map.</summary>
public sealed class StageForm : IElementForm<StageForm, Stage>
{
    public string? Version { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    public static StageForm Of(Stage it) => new()
    {
        Name = it.Name,
    };

    public Stage ToElement(Stage? it, Guid id) => (it ?? new Stage { Id = id, Name = "" }) with { Name = Name!.Trim() };
}

internal sealed class StageFormRules : AbstractValidator<StageForm>
{
    public StageFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the stage")
            .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"The name must be {PathwayMap.MaxNameLength} characters or fewer");

    }
}
