using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>What can be done with a row of a summary list or with a card: <c>&lt;nhs-row-action href="…" hidden="weekly fee"&gt;Change&lt;/nhs-row-action&gt;</c>. Without <c>href</c> it is a button.</summary>
[HtmlTargetElement("nhs-row-action")]
[HtmlTargetElement("nhs-card-action")]
public sealed class ActionTagHelper : TagHelper
{
    public string? Href { get; set; }

    /// <summary>Said by screen readers after the words, so that each "Change" is different.</summary>
    public string? Hidden { get; set; }

    public string? Type { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = ActionList.Around(context);
        var inner = await output.InnerAsync();
        var tag = Href is not null && Type is null ? new Element("a").With("href", Href) : new Element("button").With("type", Type ?? "submit");
        var hidden = Hidden is null && list.About is null ? null : new Element("span").Class("nhsuk-u-visually-hidden")
            .Text(Hidden is null ? "" : $" {Hidden}")
            .Text(list.About is null ? "" : $" ({list.About})");
        list.Add(tag.Class("nhsuk-link").With(output.Attributes).Add(inner, hidden));
        output.SuppressOutput();
    }
}

/// <summary>The actions of one card or row.</summary>
/// <param name="about">The heading of the card they stand in, said with each.</param>
internal sealed class ActionList(string? about)
{
    private readonly List<Element> _actions = [];

    public string? About => about;

    public int Count => _actions.Count;

    public static ActionList Open(TagHelperContext context, string? about)
    {
        var list = new ActionList(about);
        context.Items[typeof(ActionList)] = list;
        return list;
    }

    /// <summary>Actions of a row, which are about the card the whole list stands in.</summary>
    public static ActionList OpenWithin(TagHelperContext context) =>
        Open(context, context.Items.TryGetValue(typeof(ActionList), out var card) ? ((ActionList)card).About : null);

    public static ActionList Around(TagHelperContext context) => context.Items.TryGetValue(typeof(ActionList), out var list)
        ? (ActionList)list
        : throw new InvalidOperationException($"{context.TagName} belongs inside a card or a row of a summary list.");

    public void Add(Element action) => _actions.Add(action);

    /// <summary>One action stands alone; several are a list.</summary>
    public IHtmlContent? Draw(string listClass, string itemClass) => _actions switch
    {
        [] => null,
        [var only] => new Element("div").Class(listClass).Add(only),
        _ => new Element("ul").Class(listClass).Add([.. Items(itemClass)]),
    };

    public IEnumerable<Element> Items(string itemClass) => _actions.Select(action => new Element("li").Class(itemClass).Add(action));

    public Element? Only => _actions is [var only] ? only : null;
}
