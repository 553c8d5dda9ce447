using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Draw;

/// <summary>A new stage or box, with as little as it needs; its own form says the rest.</summary>
public sealed class AddForm
{
    /// <summary>What can be added, the commonest first.</summary>
    public static readonly IReadOnlyList<SelectListItem> Kinds =
    [
        new("Step", nameof(ElementKind.Step)), new("Choice point", nameof(ElementKind.ChoicePoint)), new("Entry", nameof(ElementKind.Entry)), new("Exit", nameof(ElementKind.Exit)), new("Stage", nameof(ElementKind.Stage)),
    ];

    public ElementKind Kind { get; set; } = ElementKind.Step;

    public string? Name { get; set; }

    /// <summary>Where a box stands; nothing for a stage.</summary>
    public Guid? Stage { get; set; }

    /// <summary>The box from which people come; null where it is connected later.</summary>
    public Guid? From { get; set; }

    /// <summary>The field that a refusal of the map is about; null where it is about none of them.</summary>
    public static string? FieldOf(Refusal refusal) => refusal switch
    {
        _ when refusal == PathwayRefusals.NameTaken => "Add.Name",
        _ when refusal == PathwayRefusals.NoSuchStage => "Add.Stage",
        _ when refusal == PathwayRefusals.LeadsFromAnExit || refusal == PathwayRefusals.NotOnTheMap => "Add.From",
        _ => null,
    };

    /// <summary>What was asked for.</summary>
    public MapElement ToElement(Guid id) => Kind switch
    {
        ElementKind.Stage => new Stage { Id = id, Name = Name!.Trim() },
        ElementKind.Entry => new Entry { Id = id, StageId = Stage!.Value, Name = Name!.Trim() },
        ElementKind.ChoicePoint => new ChoicePoint { Id = id, StageId = Stage!.Value, Name = Name!.Trim() },
        ElementKind.Exit => new Exit { Id = id, StageId = Stage!.Value, Name = Name!.Trim() },
        _ => new Step { Id = id, StageId = Stage!.Value, Name = Name!.Trim() },
    };
}

/// <summary>Another name for a stage or a box.</summary>
public sealed class RenameForm
{
    public Guid Element { get; set; }

    public string? Name { get; set; }

    /// <summary>What it was called when the person began to type.</summary>
    public string? Was { get; set; }
}

/// <summary>How many of those who leave a box go this way.</summary>
public sealed class ShareForm
{
    public Guid Element { get; set; }

    /// <summary>Per cent; null where nobody knows.</summary>
    public decimal? Share { get; set; }

    /// <summary>What it was when the person began to type.</summary>
    public decimal? Was { get; set; }
}

internal sealed class AddFormRules : AbstractValidator<AddForm>
{
    public AddFormRules()
    {
        RuleFor(f => f.Kind).Must(kind => kind is ElementKind.Stage or ElementKind.Entry or ElementKind.Step or ElementKind.ChoicePoint or ElementKind.Exit).WithMessage("Choose what to add");
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter a name")
            .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"The name must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.Stage).NotNull().When(f => f.Kind != ElementKind.Stage).WithMessage("Choose the stage it stands in: add a stage first if there is none");
    }
}

internal sealed class RenameFormRules : AbstractValidator<RenameForm>
{
    public RenameFormRules() => RuleFor(f => f.Name).NotEmpty().WithMessage("Enter a name")
        .MaximumLength(PathwayMap.MaxNameLength).WithMessage($"The name must be {PathwayMap.MaxNameLength} characters or fewer");
}

internal sealed class ShareFormRules : AbstractValidator<ShareForm>
{
    public ShareFormRules() => RuleFor(f => f.Share).InclusiveBetween(0, 100).WithMessage("The share must be between 0 and 100 per cent");
}
