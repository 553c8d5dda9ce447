using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Capacity;

/// <summary>How much of a step there is, and how long people spend in it (S0-041).</summary>
public sealed class CapacityForm : IElementForm<CapacityForm, Step>
{
    public string? Version { get; set; }

    [Display(Name = "unit")] public CapacityUnit? CapacityUnit { get; set; }

    [Display(Name = "the capacity")] public decimal? Capacity { get; set; }

    [Display(Name = "days")] public decimal? StayDays { get; set; }

    [Display(Name = "spread")] public StayDistribution? Distribution { get; set; }

    [Display(Name = "coefficient of variation")] public decimal? Cv { get; set; }

    [Display(Name = "contacts")] public decimal? Contacts { get; set; }


    public static CapacityForm Of(Step it) => new()
    {
        CapacityUnit = it.CapacityUnit,
        Capacity = it.Capacity,
        StayDays = it.StayDays,
        Distribution = it.StayDistribution,
        Cv = it.StayCv,
        Contacts = it.Contacts,
    };

    public Step ToElement(Step? it, Guid id) => it! with
    {
        CapacityUnit = CapacityUnit,
        Capacity = Capacity,
        StayDays = StayDays,
        StayDistribution = Distribution ?? StayDistribution.Exponential,
        StayCv = Distribution == StayDistribution.Lognormal ? Cv : null,
        Contacts = Contacts,
    };
}

internal sealed class CapacityFormRules : AbstractValidator<CapacityForm>
{
    public CapacityFormRules()
    {
        RuleFor(f => f.CapacityUnit).NotNull().When(f => f.Capacity is not null).WithMessage("Choose in what it is counted")
            .IsInEnum().WithMessage("Choose in what it is counted");
        RuleFor(f => f.Capacity).InclusiveBetween(0, 100000).WithMessage("The capacity must be between 0 and 100,000");
        RuleFor(f => f.StayDays).InclusiveBetween(0, 36500).WithMessage("The days must be between 0 and 36,500");
        RuleFor(f => f.Distribution).IsInEnum().WithMessage("Choose how the time is spread");
        RuleFor(f => f.Cv).NotNull().When(f => f.Distribution == StayDistribution.Lognormal).WithMessage("Enter the coefficient of variation, for example 1.2")
            .InclusiveBetween(0.01m, 20).WithMessage("The coefficient of variation must be between 0.01 and 20");
        RuleFor(f => f.Contacts).InclusiveBetween(0, 10000).WithMessage("The contacts must be between 0 and 10,000");
    }
}
