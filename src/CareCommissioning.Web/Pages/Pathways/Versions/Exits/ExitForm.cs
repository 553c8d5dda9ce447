using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Exits;

/// <summary>How people leave the pathway.</summary>
public sealed class ExitForm : IElementForm<ExitForm, Exit>
{
    public string? Version { get; set; }

    [Display(Name = "stage")] public Guid? Stage { get; set; }

    [Display(Name = "outcome")] public string? Name { get; set; }

    [Display(Name = "plain language"), DataType(DataType.MultilineText)] public string? Description { get; set; }

    /// <summary>The pathway that goes on from here (S0-043).</summary>
    public Guid? ContinuesIn { get; set; }

    public static ExitForm Of(Exit it) => new()
    {
        Stage = it.StageId,
        Name = it.Name,
        Description = it.Description,
        ContinuesIn = it.ContinuesIn,
    };

    public Exit ToElement(Exit? it, Guid id) => (it ?? new Exit { Id = id, StageId = Guid.Empty, Name = "" }) with { StageId = Stage!.Value, Name = Name!.Trim(), Description = Description.Tidy(), ContinuesIn = ContinuesIn };
}

internal sealed class ExitFormRules : AbstractValidator<ExitForm>
{
    public ExitFormRules()
    {
        RuleFor(f => f.Stage).NotNull().WithMessage("Choose the stage it stands in");
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the outcome with which people leave")
            .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"The outcome must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.Description).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The description must be {PathwayMap.MaxTextLength} characters or fewer");

    }
}
