using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components.Validation;
using CareCommissioning.Web.Components.Words;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Experience;

/// <summary>A session in which people who use services walk through a pathway (S0-047).</summary>
public sealed class SessionForm
{
    public DateOnly? HeldOn { get; set; }

    public string? Place { get; set; }

    public string? Facilitator { get; set; }

    public int? People { get; set; }
}

internal sealed class SessionFormRules : AbstractValidator<SessionForm>
{
    public SessionFormRules(TimeProvider clock)
    {
        RuleFor(f => f.HeldOn).NotNull().WithMessage("Enter the day of the session")
            .Must(day => day <= London.DayOf(clock.GetUtcNow())).When(f => f.HeldOn is not null, ApplyConditionTo.CurrentValidator).WithMessage("The day of the session must not be in the future");
        RuleFor(f => f.Place).MaximumLength(ExperienceSession.MaxNameLength).WithMessage($"The place must be {ExperienceSession.MaxNameLength} characters or fewer");
        RuleFor(f => f.Facilitator).NotEmpty().WithMessage("Enter who led the session")
            .MaximumLength(ExperienceSession.MaxNameLength).WithMessage($"Who led it must be {ExperienceSession.MaxNameLength} characters or fewer");
        RuleFor(f => f.People).NotNull().WithMessage("Enter how many took part").InclusiveBetween(1, 500).WithMessage("How many took part must be between 1 and 500");
    }
}

/// <summary>One point of the walk.</summary>
public sealed class TouchpointForm
{
    public Guid? Step { get; set; }

    [Display(Name = "what happened"), DataType(DataType.MultilineText)] public string? WhatHappened { get; set; }

    public int? Difficulty { get; set; }

    public int? DelayDays { get; set; }

    public bool HandedOver { get; set; }

    public bool ToldAgain { get; set; }

    [Display(Name = "what would help"), DataType(DataType.MultilineText)] public string? WouldHelp { get; set; }

    public ExperienceTheme? Theme { get; set; }

    public TouchpointWords ToWords() => new(WhatHappened!.Trim(), Difficulty!.Value, DelayDays, HandedOver, ToldAgain, WouldHelp.Tidy(), Theme!.Value);
}

internal sealed class TouchpointFormRules : AbstractValidator<TouchpointForm>
{
    public TouchpointFormRules()
    {
        RuleFor(f => f.WhatHappened).NotEmpty().WithMessage("Enter what happened, in the words of the people")
            .MaximumLength(Touchpoint.MaxTextLength).WithMessage($"What happened must be {Touchpoint.MaxTextLength} characters or fewer").NamesNobody();
        RuleFor(f => f.WouldHelp).MaximumLength(Touchpoint.MaxTextLength).WithMessage($"What would help must be {Touchpoint.MaxTextLength} characters or fewer").NamesNobody();
        RuleFor(f => f.Difficulty).NotNull().WithMessage("Choose how hard it was").InclusiveBetween(1, Touchpoint.Hardest).WithMessage("Choose how hard it was");
        RuleFor(f => f.DelayDays).InclusiveBetween(0, 3650).WithMessage("The wait must be between 0 and 3,650 days");
        RuleFor(f => f.Theme).NotNull().WithMessage("Choose what it is about").IsInEnum().WithMessage("Choose what it is about");
    }
}
