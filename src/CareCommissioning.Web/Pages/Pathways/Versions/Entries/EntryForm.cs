using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Entries;

/// <summary>Where people come from.</summary>
public sealed class EntryForm : IElementForm<EntryForm, Entry>
{
    public string? Version { get; set; }

    [Display(Name = "stage")] public Guid? Stage { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "people a week")] public decimal? PerWeek { get; set; }

    [Display(Name = "plain language"), DataType(DataType.MultilineText)] public string? Description { get; set; }


    public static EntryForm Of(Entry it) => new()
    {
        Stage = it.StageId,
        Name = it.Name,
        PerWeek = it.PerWeek,
        Description = it.Description,
    };

    public Entry ToElement(Entry? it, Guid id) => new() { Id = id, StageId = Stage!.Value, Name = Name!.Trim(), PerWeek = PerWeek, Description = Description.Tidy() };
}

internal sealed class EntryFormRules : AbstractValidator<EntryForm>
{
    public EntryFormRules()
    {
        RuleFor(f => f.Stage).NotNull().WithMessage("Choose the stage it stands in");
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter where people come from")
            .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"Where people come from must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.PerWeek).InclusiveBetween(0, 100000).WithMessage("People a week must be between 0 and 100,000");
        RuleFor(f => f.Description).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The description must be {PathwayMap.MaxTextLength} characters or fewer");

    }
}
