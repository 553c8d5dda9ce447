using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.New;

/// <summary>A new pathway, and whether its map begins with the usual stages.</summary>
public sealed class NewForm
{
    public PathwayForm Pathway { get; set; } = new();

    public bool UsualStages { get; set; } = true;
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules() => RuleFor(f => f.Pathway).SetValidator(new PathwayFormRules());
}
