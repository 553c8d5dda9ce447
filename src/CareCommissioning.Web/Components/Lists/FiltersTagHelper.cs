using CareCommissioning.Web.Components.Display;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>What narrows a list, kept in the address so that a link to it can be sent. The fields stand between the tags, without a model; chips take filters away again.</summary>
[HtmlTargetElement("nhs-filters")]
public sealed class FiltersTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Legend { get; set; } = "Filter";

    public string Button { get; set; } = "Apply filters";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var chips = new List<Element>();
        context.Items[typeof(FiltersTagHelper)] = chips;
        var fields = await output.InnerAsync();
        var links = new QueryLinks(ViewContext.HttpContext.Request);

        // The order of the list survives a new filter; the place in it does not.
        var order = links[QueryLinks.Sort] is { } sort
            ? new Element("input").With("type", "hidden").With("name", QueryLinks.Sort).With("value", sort)
            : null;
        var form = new Element("form").Class("app-filters__form").With("method", "get").With("action", links.Clear()).Flag("novalidate").Add(
            new Element("fieldset").Class("nhsuk-fieldset").Add(
                Wording.Of(Legend, TextSize.S)!.AsLegend(),
                new Element("div").Class("app-filters__fields").Add(fields)),
            order,
            new ButtonDrawing { Variant = ButtonVariant.Secondary, Small = true }.Draw(Fragment.OfText(Button)));
        output.Become(new Element("search").Class("app-filters").With(output.Attributes).Add(Chips(chips, links), form));
    }

    private static Element? Chips(List<Element> chips, QueryLinks links) => chips.Count == 0 ? null : new Element("div").Class("app-filters__chips").Add(
        new Element("h2").Class("nhsuk-heading-xs").Text("Filters in use"),
        new Element("ul").Class("nhsuk-list app-filters__list").Add([.. chips]),
        new Element("a").Class("nhsuk-link").With("href", links.Clear()).Text("Clear all filters"));
}

/// <summary>A filter in use; following it takes it away: <c>&lt;nhs-filter-chip name="team" value="@team.Id" text="Team: North" /&gt;</c></summary>
[HtmlTargetElement("nhs-filter-chip")]
public sealed class FilterChipTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name in the address.</summary>
    public string Name { get; set; } = "";

    /// <summary>The value in the address; null takes all values of the name away.</summary>
    public string? Value { get; set; }

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FiltersTagHelper), out var chips))
        {
            throw new InvalidOperationException("nhs-filter-chip belongs inside nhs-filters.");
        }

        var links = new QueryLinks(ViewContext.HttpContext.Request);
        ((List<Element>)chips).Add(new Element("li").Add(
            new Element("a").Class("app-chip").With("href", links.Without(Name, Value)).With(output.Attributes)
                .Add(Fragment.Hidden("Remove filter: "), Fragment.OfText(Text), Icon.Draw("cross"))));
        output.SuppressOutput();
    }
}
