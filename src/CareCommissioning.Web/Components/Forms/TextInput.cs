using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>The kit's one-line box, as inputs, passwords and the parts of a date use it.</summary>
internal sealed record TextInput(string Id, string Name)
{
    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    /// <summary>Characters: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; init; }

    public bool Code { get; init; }

    public bool Large { get; init; }

    public bool Disabled { get; init; }

    public bool Invalid { get; init; }

    public string? DescribedBy { get; init; }

    public Element Draw() => new Element("input")
        .Class("nhsuk-input")
        .Class("nhsuk-input--large", Large)
        .Class("nhsuk-input--code", Code)
        .Class("nhsuk-input--error", Invalid)
        .Class($"nhsuk-input--width-{Width}", Width is 2 or 3 or 4 or 5 or 10 or 20 or 30)
        .With("id", Id)
        .With("name", Name)
        .With("type", Type)
        .With("value", Value)
        .Flag("disabled", Disabled)
        .With("aria-describedby", DescribedBy);

    /// <summary>Puts what stands before and after the box on one line with it.</summary>
    public IHtmlContent Beside(Element input, Slots slots)
    {
        if (slots is { Prefix: null, Suffix: null, BeforeInput: null, AfterInput: null })
        {
            return input;
        }

        return new Element("div").Class("nhsuk-input-wrapper").Class("nhsuk-input-wrapper--large", Large).Add(
            slots.BeforeInput,
            Affix("prefix", slots.Prefix),
            input,
            Affix("suffix", slots.Suffix),
            slots.AfterInput);
    }

    // Hidden from screen readers, which hear the unit from the label.
    private static Element? Affix(string place, IHtmlContent? content) =>
        content is null ? null : new Element("div").Class($"nhsuk-input-wrapper__{place}").With("aria-hidden", "true").Add(content);
}
