using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Choices;

/// <summary>A decision about which way somebody goes (S0-043).</summary>
public sealed class ChoiceForm : IElementForm<ChoiceForm, ChoicePoint>
{
    public string? Version { get; set; }

    [Display(Name = "stage")] public Guid? Stage { get; set; }

    [Display(Name = "question")] public string? Name { get; set; }

    [Display(Name = "who decides")] public string? WhoDecides { get; set; }

    [Display(Name = "criteria"), DataType(DataType.MultilineText)] public string? Criteria { get; set; }

    [Display(Name = "information given"), DataType(DataType.MultilineText)] public string? InformationGiven { get; set; }

    [Display(Name = "exception"), DataType(DataType.MultilineText)] public string? Exception { get; set; }

    [Display(Name = "plain language"), DataType(DataType.MultilineText)] public string? Description { get; set; }


    public static ChoiceForm Of(ChoicePoint it) => new()
    {
        Stage = it.StageId,
        Name = it.Name,
        WhoDecides = it.WhoDecides,
        Criteria = it.Criteria,
        InformationGiven = it.InformationGiven,
        Exception = it.Exception,
        Description = it.Description,
    };

    public ChoicePoint ToElement(ChoicePoint? it, Guid id) => new()
    {
        Id = id,
        StageId = Stage!.Value,
        Name = Name!.Trim(),
        WhoDecides = WhoDecides.Tidy(),
        Criteria = Criteria.Tidy(),
        InformationGiven = InformationGiven.Tidy(),
        Exception = Exception.Tidy(),
        Description = Description.Tidy(),
    };
}

internal sealed class ChoiceFormRules : AbstractValidator<ChoiceForm>
{
    public ChoiceFormRules()
    {
        RuleFor(f => f.Stage).NotNull().WithMessage("Choose the stage it stands in");
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the question that is decided")
            .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"The question must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.WhoDecides).MaximumLength(PathwayMap.MaxNameLength).WithMessage($"Who decides must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.Criteria).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The criteria must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.InformationGiven).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The information given must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.Exception).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The reason must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.Description).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The description must be {PathwayMap.MaxTextLength} characters or fewer");

    }
}
