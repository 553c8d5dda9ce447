using System.Globalization;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>Views of one thing, one at a time; without JavaScript, one under the other.</summary>
[HtmlTargetElement("nhs-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public string? Id { get; set; }

    /// <summary>Start of the panels' ids when they have none of their own; <see cref="Id"/> when not set.</summary>
    public string? IdPrefix { get; set; }

    /// <summary>Heading of the list of tabs, seen without JavaScript.</summary>
    public string Heading { get; set; } = "Contents";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tabs = new List<Tab>();
        context.Items[typeof(Tab)] = tabs;
        await output.InnerAsync();
        var numbered = tabs.Select((tab, i) => tab with { Id = tab.Id ?? string.Create(CultureInfo.InvariantCulture, $"{IdPrefix ?? Id}-{i + 1}") }).ToList();
        var list = tabs.Count == 0 ? null : new Element("ul").Class("nhsuk-tabs__list").Add([.. numbered.Select((tab, i) => tab.DrawLink(i == 0))]);
        output.Become(new Element("div").Class("nhsuk-tabs").With("id", Id).With("data-module", "nhsuk-tabs").With(output.Attributes)
            .Add(new Element("h2").Class("nhsuk-tabs__heading").Text(Heading), list)
            .Add([.. numbered.Select((tab, i) => tab.DrawPanel(i == 0))]));
    }
}

/// <summary>One view: <c>&lt;nhs-tab label="History" id="history"&gt;…&lt;/nhs-tab&gt;</c></summary>
[HtmlTargetElement("nhs-tab")]
public sealed class TabTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(Tab), out var tabs))
        {
            throw new InvalidOperationException("nhs-tab belongs inside nhs-tabs.");
        }

        ((List<Tab>)tabs).Add(new Tab(Label, Id, await output.InnerAsync()));
        output.SuppressOutput();
    }
}

internal sealed record Tab(string Label, string? Id, IHtmlContent? Panel)
{
    public Element DrawLink(bool first) => new Element("li").Class("nhsuk-tabs__list-item").Class("nhsuk-tabs__list-item--selected", first)
        .Add(new Element("a").Class("nhsuk-tabs__tab").With("href", $"#{Id}").Text(Label));

    public Element DrawPanel(bool first) => new Element("div").Class("nhsuk-tabs__panel").Class("nhsuk-tabs__panel--hidden", !first)
        .With("id", Id).Add(Panel);
}
