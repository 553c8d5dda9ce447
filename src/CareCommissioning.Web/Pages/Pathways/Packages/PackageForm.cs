using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways.Packages;

/// <summary>A care package: how much of which steps in a week (S2-020).</summary>
public sealed class PackageForm
{
    public uint Version { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "for whom"), DataType(DataType.MultilineText)] public string? ForWhom { get; set; }

    /// <summary>How much of each step a week, by its id; null of what is not in it.</summary>
    public Dictionary<Guid, decimal?> Quantities { get; set; } = [];

    public List<Guid> Benefits { get; set; } = [];

    /// <summary>Steps to choose from, in the order of the map.</summary>
    [BindNever] public IReadOnlyList<Step> Steps { get; private set; } = [];

    [BindNever] public IReadOnlyList<SelectListItem> Offered { get; private set; } = [];

    /// <summary>Shows these steps and benefits, each step with what was typed for it.</summary>
    public void Offer(IReadOnlyList<Step> steps, IReadOnlyList<SelectListItem> benefits)
    {
        (Steps, Offered) = (steps, benefits);
        Quantities = steps.ToDictionary(step => step.Id, step => Quantities.GetValueOrDefault(step.Id));
    }

    public PackageDescription ToDescription() => new(
        Name!.Trim(),
        ForWhom.Tidy(),
        [.. Steps.Where(step => Quantities[step.Id] > 0).Select(step => new PackageLine(step.Id, step.Name, Quantities[step.Id]!.Value))],
        [.. Benefits.Distinct().Where(id => Offered.Any(benefit => benefit.Value == id.ToString()))]);

    public static PackageForm Of(CarePackage package) => new()
    {
        Version = package.Version,
        Name = package.Name,
        ForWhom = package.ForWhom,
        Quantities = package.Lines.ToDictionary(line => line.StepId, line => (decimal?)line.PerWeek),
        Benefits = [.. package.Benefits],
    };
}

internal sealed class PackageFormRules : AbstractValidator<PackageForm>
{
    public PackageFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter a name").MaximumLength(CarePackage.MaxNameLength).WithMessage($"The name must be {CarePackage.MaxNameLength} characters or fewer");
        RuleFor(f => f.ForWhom).MaximumLength(CarePackage.MaxTextLength).WithMessage($"It must be {CarePackage.MaxTextLength} characters or fewer");
    }
}
