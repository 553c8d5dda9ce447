using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Moves;

/// <summary>That people go from one box to another.</summary>
public sealed class MoveForm : IElementForm<MoveForm, Move>
{
    public string? Version { get; set; }

    [Display(Name = "from")] public Guid? From { get; set; }

    [Display(Name = "to")] public Guid? To { get; set; }

    [Display(Name = "share")] public decimal? Share { get; set; }

    [Display(Name = "criteria")] public string? Criteria { get; set; }

    [Display(Name = "waiting standard")] public int? Standard { get; set; }

    [Display(Name = "seen within the standard")] public decimal? WithinStandard { get; set; }

    [Display(Name = "hand-off"), DataType(DataType.MultilineText)] public string? HandOff { get; set; }

    [Display(Name = "assessed again")] public bool AssessesAgain { get; set; }

    [Display(Name = "information that flows"), DataType(DataType.MultilineText)] public string? Information { get; set; }

    [Display(Name = "within days")] public int? InformationDays { get; set; }

    [Display(Name = "sent in time")] public decimal? InformationTimely { get; set; }

    [Display(Name = "uptake")] public int? Uptake { get; set; }

    /// <summary>Organisations between which a person may choose (S2-030).</summary>
    public List<Guid> Providers { get; set; } = [];

    public Guid? Gains { get; set; }

    public Guid? Loses { get; set; }

    public static MoveForm Of(Move it) => new()
    {
        From = it.From,
        To = it.To,
        Share = it.Share,
        Criteria = it.Criteria,
        Standard = it.WaitingStandardDays,
        WithinStandard = it.WithinStandard,
        HandOff = it.HandOff,
        AssessesAgain = it.AssessesAgain,
        Information = it.Information,
        InformationDays = it.InformationWithinDays,
        InformationTimely = it.InformationTimely,
        Uptake = it.Uptake,
        Providers = [.. it.Providers],
        Gains = it.GainsIncome,
        Loses = it.LosesIncome,
    };

    public Move ToElement(Move? it, Guid id) => (it ?? new Move { Id = id, From = Guid.Empty, To = Guid.Empty }) with
    {
        From = From!.Value,
        To = To!.Value,
        Share = Share,
        Criteria = Criteria.Tidy(),
        WaitingStandardDays = Standard,
        WithinStandard = WithinStandard,
        HandOff = HandOff.Tidy(),
        AssessesAgain = AssessesAgain,
        Information = Information.Tidy(),
        InformationWithinDays = InformationDays,
        InformationTimely = InformationTimely,
        Uptake = Uptake,
        Providers = [.. Providers.Distinct()],
        GainsIncome = Gains,
        LosesIncome = Loses,
    };
}

internal sealed class MoveFormRules : AbstractValidator<MoveForm>
{
    public MoveFormRules()
    {
        RuleFor(f => f.From).NotNull().WithMessage("Choose where people come from");
        RuleFor(f => f.To).NotNull().WithMessage("Choose where people go");
        RuleFor(f => f.Share).InclusiveBetween(0, 100).WithMessage("The share must be between 0 and 100 per cent");
        RuleFor(f => f.WithinStandard).InclusiveBetween(0, 100).WithMessage("The share seen within the standard must be between 0 and 100 per cent");
        RuleFor(f => f.InformationTimely).InclusiveBetween(0, 100).WithMessage("The share sent in time must be between 0 and 100 per cent");
        RuleFor(f => f.Standard).InclusiveBetween(0, 3650).WithMessage("The waiting standard must be between 0 and 3,650 days");
        RuleFor(f => f.InformationDays).InclusiveBetween(0, 3650).WithMessage("The days must be between 0 and 3,650");
        RuleFor(f => f.Uptake).InclusiveBetween(0, 1000000).WithMessage("The number must be between 0 and 1,000,000");
        RuleFor(f => f.Criteria).MaximumLength(PathwayMap.MaxNameLength).WithMessage($"Who goes this way must be {PathwayMap.MaxNameLength} characters or fewer");
        RuleFor(f => f.Loses).NotEqual(f => f.Gains).When(f => f.Loses is not null).WithMessage("The same organisation cannot gain and lose by the same move");
        RuleFor(f => f.HandOff).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The hand-off must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.Information).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The information must be {PathwayMap.MaxTextLength} characters or fewer");

    }
}
