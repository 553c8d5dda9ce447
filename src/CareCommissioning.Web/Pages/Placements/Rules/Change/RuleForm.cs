using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Rules.Change;

/// <summary>How long may pass before a review: months and days together.</summary>
public sealed class RuleForm
{
    /// <summary>0 while the partnership uses the default.</summary>
    public uint Version { get; set; }

    [Display(Name = "months")] public int? Months { get; set; }

    [Display(Name = "days")] public int? Days { get; set; }

    internal ReviewInterval Interval => new(Months ?? 0, Days ?? 0);
}

internal sealed class RuleFormRules : AbstractValidator<RuleForm>
{
    public RuleFormRules()
    {
        RuleFor(f => f.Months).InclusiveBetween(0, ReviewSetting.MostMonths).WithMessage($"Months are 0 to {ReviewSetting.MostMonths}");
        RuleFor(f => f.Days).InclusiveBetween(0, ReviewSetting.MostDays).WithMessage($"Days are 0 to {ReviewSetting.MostDays}");
        RuleFor(f => f.Months).Must((form, _) => form.Interval != default).WithMessage("Enter months, days or both: a review needs some time before it");
    }
}
