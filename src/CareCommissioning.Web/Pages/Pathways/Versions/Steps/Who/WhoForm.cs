using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Who;

/// <summary>What an organisation has to do with a step (S2-041).</summary>
public enum Part
{
    Accountable,
    Responsible,
    Consulted,
    Informed,
}

/// <summary>An organisation and its part.</summary>
public sealed class WhoForm
{
    public Guid? Organisation { get; set; }

    public Part? Part { get; set; }
}

internal sealed class WhoFormRules : AbstractValidator<WhoForm>
{
    public WhoFormRules()
    {
        RuleFor(f => f.Organisation).NotNull().WithMessage("Choose an organisation");
        RuleFor(f => f.Part).NotNull().WithMessage("Choose what it has to do with the step")
            .IsInEnum().WithMessage("Choose what it has to do with the step");
    }
}
