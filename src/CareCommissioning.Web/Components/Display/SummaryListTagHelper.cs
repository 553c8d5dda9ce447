using CareCommissioning.Web.Components.Forms;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>Names and values of one thing, each row with what can be done about it.</summary>
/// <example>
/// <code>
/// &lt;nhs-summary-list&gt;
///   &lt;nhs-summary-row key="Weekly fee"&gt;£785.00 &lt;nhs-row-action href="…" hidden="weekly fee"&gt;Change&lt;/nhs-row-action&gt;&lt;/nhs-summary-row&gt;
/// &lt;/nhs-summary-list&gt;
/// </code>
/// </example>
[HtmlTargetElement("nhs-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public bool Border { get; set; } = true;

    public bool LastRowBorder { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = new List<SummaryRow>();
        context.Items[typeof(SummaryRow)] = rows;
        await output.InnerAsync();
        var withActions = rows.Exists(row => row.Actions.Count > 0);
        output.Become(new Element("dl").Class("nhsuk-summary-list")
            .Class("nhsuk-summary-list--no-border", !Border)
            .Class("nhsuk-summary-list--no-last-row-border", Border && !LastRowBorder)
            .With(output.Attributes)
            .Add([.. rows.Select(row => row.Draw(withActions))]));
    }
}

/// <summary>One row of a summary list; its value stands between the tags.</summary>
[HtmlTargetElement("nhs-summary-row")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public string? Key { get; set; }

    /// <summary>Share of the width for the key, such as "one-half".</summary>
    public string? KeyWidth { get; set; }

    public bool Border { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(SummaryRow), out var rows))
        {
            throw new InvalidOperationException("nhs-summary-row belongs inside nhs-summary-list.");
        }

        var actions = ActionList.OpenWithin(context);
        var slots = Slots.Open(context);
        var inner = await output.InnerAsync();
        ((List<SummaryRow>)rows).Add(new SummaryRow(slots.Label?.Content ?? Fragment.OfText(Key), inner, actions)
        {
            KeyWidth = KeyWidth,
            Border = Border,
            Attributes = [.. output.Attributes],
        });
        output.SuppressOutput();
    }
}

internal sealed record SummaryRow(IHtmlContent? Key, IHtmlContent? Value, ActionList Actions)
{
    public string? KeyWidth { get; init; }

    public bool Border { get; init; } = true;

    public IEnumerable<TagHelperAttribute> Attributes { get; init; } = [];

    public Element Draw(bool othersHaveActions) => new Element("div").Class("nhsuk-summary-list__row")
        .Class("nhsuk-summary-list__row--no-actions", othersHaveActions && Actions.Count == 0)
        .Class("nhsuk-summary-list__row--no-border", !Border)
        .With(Attributes)
        .Add(
            new Element("dt").Class("nhsuk-summary-list__key").Class($"nhsuk-u-width-{KeyWidth}", KeyWidth is not null).Add(Key),
            new Element("dd").Class("nhsuk-summary-list__value").Add(Value),
            DrawActions());

    private Element? DrawActions() => Actions.Count == 0 ? null : new Element("dd").Class("nhsuk-summary-list__actions").Add(Actions.Only
        ?? new Element("ul").Class("nhsuk-summary-list__actions-list").Add([.. Actions.Items("nhsuk-summary-list__actions-list-item")]));
}
