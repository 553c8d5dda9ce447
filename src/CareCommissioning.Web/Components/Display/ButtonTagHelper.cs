using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>A button, or with <c>href</c> a link that looks like one: <c>&lt;nhs-button variant="Secondary" href="/placements"&gt;Cancel&lt;/nhs-button&gt;</c></summary>
[HtmlTargetElement("nhs-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonVariant Variant { get; set; }

    public string? Href { get; set; }

    /// <summary>"submit" unless it says "button" or "reset".</summary>
    public string? Type { get; set; }

    public bool Small { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Name of an icon before the words.</summary>
    public string? Icon { get; set; }

    /// <summary>The icon stands after the words.</summary>
    public bool IconLast { get; set; }

    /// <summary>A second click within a second does nothing. On for buttons that send a form; null leaves it to the kit.</summary>
    public bool? PreventDoubleClick { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var drawing = new ButtonDrawing
        {
            Variant = Variant,
            Href = Type is null ? Href : null,
            Type = Type ?? "submit",
            Small = Small,
            Disabled = Disabled,
            Icon = Icon,
            IconLast = IconLast,
            PreventDoubleClick = PreventDoubleClick,
        };
        output.Become(drawing.Draw(await output.InnerAsync()).With(output.Attributes));
    }
}

/// <summary>How a button is drawn, here and inside other components.</summary>
internal sealed record ButtonDrawing
{
    public ButtonVariant Variant { get; init; }

    public string? Href { get; init; }

    public string Type { get; init; } = "submit";

    public bool Small { get; init; }

    public bool Disabled { get; init; }

    public string? Icon { get; init; }

    public bool IconLast { get; init; }

    public bool? PreventDoubleClick { get; init; }

    public Element Draw(IHtmlContent? words)
    {
        var icon = Icon is null ? null : Markup.Icon.Draw(Icon);
        var content = words is null || icon is null ? words : new Element("span").Class("nhsuk-button__content").Add(words);
        return Tag()
            .Class("nhsuk-button")
            .Class($"nhsuk-button--{Variant.Kebab()}", Variant != ButtonVariant.Primary)
            .Class("nhsuk-button--icon", icon is not null)
            .Class("nhsuk-button--small", Small)
            .With("data-module", "nhsuk-button")
            .Add(IconLast ? null : icon, content, IconLast ? icon : null);
    }

    private Element Tag() => Href is not null
        ? new Element("a").With("href", Href).With("role", "button").With("draggable", "false")
        : new Element("button").With("type", Type).Flag("disabled", Disabled).With("aria-disabled", Disabled ? "true" : null)
            .With("data-prevent-double-click", Type != "submit" || PreventDoubleClick is null ? null : PreventDoubleClick.Value ? "true" : "false");
}
