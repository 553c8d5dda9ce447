using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>One question of a form, ready to be drawn: what it is called, what was answered, what is wrong.</summary>
internal sealed record Field
{
    public required string Name { get; init; }

    public required string Id { get; init; }

    public Wording? Label { get; init; }

    public HintText? Hint { get; init; }

    public ErrorText? Error { get; init; }

    /// <summary>What was typed, else what the model holds; several for checkboxes.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool Disabled { get; init; }

    public string? DescribedBy { get; init; }

    public string? GroupClass { get; init; }

    public string? Value => Values.Count > 0 ? Values[0] : null;

    /// <summary>The aria-describedby of the control or of the fieldset around it.</summary>
    public string? Description => Fragment.Ids(
        DescribedBy,
        Hint is null ? null : Hint.Id ?? $"{Id}-hint",
        Error is null ? null : Error.Id ?? $"{Id}-error");

    /// <summary>A control with its label, hint and error above it.</summary>
    /// <param name="control">What the person fills in, with anything that follows it.</param>
    /// <param name="group">The form group to use when it carries more than the usual classes.</param>
    public Element Group(IHtmlContent control, Element? group = null) =>
        Around(group).Add(Label?.AsLabel(Id), DrawnHint, DrawnError, control);

    /// <summary>Several controls under one legend; without a legend there is no fieldset.</summary>
    /// <param name="role">The fieldset's role: "group" makes a hint heard where the controls are text inputs.</param>
    public Element Fieldset(IHtmlContent controls, string? role = null, bool invalid = false)
    {
        if (Label is null)
        {
            return Around(null, invalid).Add(DrawnHint, DrawnError, controls);
        }

        var fieldset = new Element("fieldset").Class("nhsuk-fieldset").With("role", role).With("aria-describedby", Description)
            .Add(Label.AsLegend(), DrawnHint, DrawnError, controls);
        return Around(null, invalid).Add(fieldset);
    }

    private Element? DrawnHint => Hint?.Draw($"{Id}-hint");

    private Element? DrawnError => Error?.Draw($"{Id}-error");

    private Element Around(Element? group, bool invalid = false) =>
        (group ?? new Element("div")).Class("nhsuk-form-group").Class("nhsuk-form-group--error", invalid || Error is not null).Class(GroupClass);
}
