using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Web.Components.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>A pathway's name and whom it is for (S0-010).</summary>
public sealed class PathwayForm
{
    public const string NameIsTaken = "Another pathway of your partnership has this name";

    public uint Version { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "condition")] public string? Condition { get; set; }

    [Display(Name = "who belongs"), DataType(DataType.MultilineText)] public string? Inclusion { get; set; }

    [Display(Name = "care clusters")] public string? Clusters { get; set; }

    [Display(Name = "people known now")] public int? RegisteredPeople { get; set; }

    [Display(Name = "source"), DataType(DataType.MultilineText)] public string? PrevalenceSource { get; set; }

    [Display(Name = "the date it is looked at again")] public DateOnly? ReviewOn { get; set; }

    /// <summary>Who is told of urgent comments (C28).</summary>
    public Guid? Owner { get; set; }

    /// <summary>Who can be chosen.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Owners { get; set; } = [];

    public static PathwayForm Of(Pathway it) => new()
    {
        Version = it.Version,
        Name = it.Name,
        Condition = it.Condition,
        Inclusion = it.Inclusion,
        Clusters = string.Join(", ", it.Clusters),
        RegisteredPeople = it.RegisteredPeople,
        PrevalenceSource = it.PrevalenceSource,
        ReviewOn = it.ReviewOn,
        Owner = it.OwnerId,
    };

    /// <summary>"10, 11 and 16" as numbers; null when it is none.</summary>
    public static IReadOnlyList<int>? ReadClusters(string? typed)
    {
        var parts = (typed ?? "").Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = parts.Select(part => int.TryParse(part, out var number) && number is >= 0 and <= CareClusters.Highest and not CareClusters.Blank ? number : -1).ToList();
        return numbers.Contains(-1) ? null : [.. numbers.Distinct().Order()];
    }

    public Cohort ToCohort() => new(Condition!.Trim(), Inclusion.Tidy(), ReadClusters(Clusters)!, PrevalenceSource.Tidy(), RegisteredPeople);
}

internal sealed class PathwayFormRules : AbstractValidator<PathwayForm>
{
    public PathwayFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the pathway")
            .MaximumLength(Pathway.MaxNameLength).WithMessage($"The name must be {Pathway.MaxNameLength} characters or fewer");
        RuleFor(f => f.Condition).NotEmpty().WithMessage("Enter what the people it is for live with")
            .MaximumLength(Pathway.MaxNameLength).WithMessage($"The condition must be {Pathway.MaxNameLength} characters or fewer");
        RuleFor(f => f.Inclusion).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"Who belongs must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.Clusters).Must(typed => PathwayForm.ReadClusters(typed) is not null).WithMessage("Enter care clusters as numbers from 0 to 21, without 9, like 10, 11");
        RuleFor(f => f.RegisteredPeople).InclusiveBetween(0, 10000000).WithMessage("People known now must be between 0 and 10,000,000");
        RuleFor(f => f.PrevalenceSource).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The source must be {PathwayMap.MaxTextLength} characters or fewer");
    }
}
