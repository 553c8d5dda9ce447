using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.New;

/// <summary>A new pathway, and whether its map begins with the usual stages.</summary>
public sealed class NewForm
{
    public PathwayForm Pathway { get; set; } = new();

    // Ticked by the page that shows the form: a box that was unticked sends nothing.
    public bool UsualStages { get; set; }
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules() => RuleFor(f => f.Pathway).SetValidator(new PathwayFormRules());
}
