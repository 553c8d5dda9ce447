using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Cost;

/// <summary>What a step costs and who pays (S0-049).</summary>
public sealed class CostForm : IElementForm<CostForm, Step>
{
    public string? Version { get; set; }

    [Display(Name = "the cost")] public decimal? UnitCost { get; set; }

    [Display(Name = "what one unit is")] public CostBasis? Basis { get; set; }

    [Display(Name = "source")] public string? Source { get; set; }

    [Display(Name = "price year")] public int? PriceYear { get; set; }

    [Display(Name = "NHS share")] public decimal? Nhs { get; set; }

    [Display(Name = "council share")] public decimal? Council { get; set; }

    [Display(Name = "pooled share")] public decimal? Pooled { get; set; }

    [Display(Name = "share of others")] public decimal? Other { get; set; }


    public static CostForm Of(Step it) => new()
    {
        UnitCost = it.UnitCost,
        Basis = it.CostBasis,
        Source = it.CostSource,
        PriceYear = it.PriceYear,
        Nhs = it.Payers?.Nhs,
        Council = it.Payers?.Council,
        Pooled = it.Payers?.Pooled,
        Other = it.Payers?.Other,
    };

    private bool SaysWhoPays => Nhs is not null || Council is not null || Pooled is not null || Other is not null;

    public Step ToElement(Step? it, Guid id) => it! with
    {
        UnitCost = UnitCost,
        CostBasis = Basis,
        CostSource = Source.Tidy(),
        PriceYear = PriceYear,
        Payers = SaysWhoPays ? new PayerShares(Nhs ?? 0, Council ?? 0, Pooled ?? 0, Other ?? 0) : null,
    };
}

internal sealed class CostFormRules : AbstractValidator<CostForm>
{
    public CostFormRules()
    {
        RuleFor(f => f.UnitCost).InclusiveBetween(0, 10000000).WithMessage("The cost must be between £0 and £10,000,000");
        RuleFor(f => f.Basis).NotNull().When(f => f.UnitCost is not null).WithMessage("Choose what the cost is for")
            .IsInEnum().WithMessage("Choose what the cost is for");
        RuleFor(f => f.Source).NotEmpty().When(f => f.UnitCost is not null).WithMessage("Enter where the figure comes from, also when it is illustrative")
            .MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The source must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.PriceYear).InclusiveBetween(1990, 2100).WithMessage("The price year must be between 1990 and 2100");
        RuleFor(f => f.Nhs).InclusiveBetween(0, 100).WithMessage("The share must be between 0 and 100 per cent");
        RuleFor(f => f.Council).InclusiveBetween(0, 100).WithMessage("The share must be between 0 and 100 per cent");
        RuleFor(f => f.Pooled).InclusiveBetween(0, 100).WithMessage("The share must be between 0 and 100 per cent");
        RuleFor(f => f.Other).InclusiveBetween(0, 100).WithMessage("The share must be between 0 and 100 per cent");
    }
}
