using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways.Benefits;

/// <summary>A benefit with its measure (S0-040).</summary>
public sealed class BenefitForm
{
    public uint Version { get; set; }

    [Display(Name = "description"), DataType(DataType.MultilineText)] public string? Description { get; set; }

    [Display(Name = "type")] public BenefitType? Type { get; set; }

    [Display(Name = "disbenefit")] public bool IsDisbenefit { get; set; }

    public Guid? Step { get; set; }

    [Display(Name = "measure")] public string? Measure { get; set; }

    [Display(Name = "unit")] public string? Unit { get; set; }

    [Display(Name = "what is counted"), DataType(DataType.MultilineText)] public string? Counted { get; set; }

    [Display(Name = "better")] public Better? Better { get; set; }

    [Display(Name = "source")] public string? Source { get; set; }

    public Guid? Owner { get; set; }

    /// <summary>Answers for it together with the owner (S2-003).</summary>
    public Guid? CoOwner { get; set; }

    [Display(Name = "baseline")] public decimal? Baseline { get; set; }

    [Display(Name = "date of the baseline")] public DateOnly? BaselineOn { get; set; }

    [Display(Name = "target")] public decimal? Target { get; set; }

    [Display(Name = "date of the target")] public DateOnly? TargetOn { get; set; }

    /// <summary>Steps of the latest map.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Steps { get; set; } = [];

    [BindNever]
    public IReadOnlyList<SelectListItem> Owners { get; set; } = [];

    // Functions, not properties: those the framework reads before the form is known to be filled.
    public MeasureDefinition ToDefinition() => new(Measure!.Trim(), Unit!.Trim(), Counted.Tidy(), Better!.Value, Source.Tidy(), Owner, CoOwner);

    public DatedValue? From() => Baseline is { } value && BaselineOn is { } on ? new(value, on) : null;

    public DatedValue? To() => Target is { } value && TargetOn is { } on ? new(value, on) : null;

    public static BenefitForm Of(Benefit benefit, Measure measure) => new()
    {
        Version = benefit.Version,
        Description = benefit.Description,
        Type = benefit.Type,
        IsDisbenefit = benefit.IsDisbenefit,
        Step = benefit.StepId,
        Measure = measure.Name,
        Unit = measure.Unit,
        Counted = measure.Counted,
        Better = measure.Better,
        Source = measure.Source,
        Owner = measure.OwnerId,
        CoOwner = measure.CoOwnerId,
        Baseline = measure.BaselineValue,
        BaselineOn = measure.BaselineOn,
        Target = measure.TargetValue,
        TargetOn = measure.TargetOn,
    };
}

internal sealed class BenefitFormRules : AbstractValidator<BenefitForm>
{
    private const decimal Most = 1_000_000_000_000m;

    public BenefitFormRules()
    {
        RuleFor(f => f.Description).NotEmpty().WithMessage("Enter what it brings, and to whom")
            .MaximumLength(Benefit.MaxTextLength).WithMessage($"The description must be {Benefit.MaxTextLength} characters or fewer");
        RuleFor(f => f.Type).NotNull().WithMessage("Choose what kind it is").IsInEnum().WithMessage("Choose what kind it is");
        RuleFor(f => f.Measure).NotEmpty().WithMessage("Enter what is measured").MaximumLength(Domain.Measures.Measure.MaxNameLength).WithMessage($"What is measured must be {Domain.Measures.Measure.MaxNameLength} characters or fewer");
        RuleFor(f => f.Unit).NotEmpty().WithMessage("Enter the unit, such as days or % of discharges").MaximumLength(Domain.Measures.Measure.MaxUnitLength).WithMessage($"The unit must be {Domain.Measures.Measure.MaxUnitLength} characters or fewer");
        RuleFor(f => f.Counted).MaximumLength(Domain.Measures.Measure.MaxTextLength).WithMessage($"What is counted must be {Domain.Measures.Measure.MaxTextLength} characters or fewer");
        RuleFor(f => f.Source).MaximumLength(Domain.Measures.Measure.MaxTextLength).WithMessage($"The source must be {Domain.Measures.Measure.MaxTextLength} characters or fewer");
        RuleFor(f => f.Better).NotNull().WithMessage("Choose which way is better").IsInEnum().WithMessage("Choose which way is better");
        RuleFor(f => f.CoOwner).Must((form, other) => other != form.Owner).When(f => f.CoOwner is not null).WithMessage("Choose somebody else than the owner")
            .Must((form, _) => form.Owner is not null).When(f => f.CoOwner is not null).WithMessage("Choose the owner first");
        RuleFor(f => f.Baseline).InclusiveBetween(-Most, Most).WithMessage("The baseline is too large")
            .NotNull().When(f => f.BaselineOn is not null, ApplyConditionTo.CurrentValidator).WithMessage("Enter the baseline, or leave out its date");
        RuleFor(f => f.BaselineOn).NotNull().When(f => f.Baseline is not null).WithMessage("Enter the date of the baseline");
        RuleFor(f => f.Target).InclusiveBetween(-Most, Most).WithMessage("The target is too large")
            .NotNull().When(f => f.TargetOn is not null, ApplyConditionTo.CurrentValidator).WithMessage("Enter the target, or leave out its date");
        RuleFor(f => f.TargetOn).NotNull().When(f => f.Target is not null).WithMessage("Enter the date of the target");
    }
}
