using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Order;

/// <summary>Where a stage stands in the row.</summary>
public sealed class OrderForm
{
    /// <summary>0 for the first.</summary>
    public int? Place { get; set; }
}

internal sealed class OrderFormRules : AbstractValidator<OrderForm>
{
    public OrderFormRules() => RuleFor(f => f.Place).NotNull().WithMessage("Choose where the stage stands").InclusiveBetween(0, Domain.Pathways.PathwayMap.MaxStages).WithMessage("Choose a place from the list");
}
