using CareCommissioning.Web.Components.Forms;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>Rows and columns. On a phone <c>responsive</c> turns each row into a card; <c>scroll</c> lets a wide one move in a region of its own.</summary>
/// <example>
/// <code>
/// &lt;nhs-table caption="Placements" responsive&gt;
///   &lt;nhs-column sort-key="fee" numeric&gt;Weekly fee&lt;/nhs-column&gt;
///   &lt;nhs-row&gt;&lt;nhs-cell&gt;£785.00&lt;/nhs-cell&gt;&lt;/nhs-row&gt;
/// &lt;/nhs-table&gt;
/// </code>
/// </example>
[HtmlTargetElement("nhs-table")]
public sealed class TableTagHelper : TagHelper
{
    private const int LongestCaptionInId = 40;

    public string? Id { get; set; }

    public string? Caption { get; set; }

    public TextSize CaptionSize { get; set; }

    public string? CaptionId { get; set; }

    public string? CaptionClass { get; set; }

    public bool Responsive { get; set; }

    public bool Scroll { get; set; }

    public bool FirstCellIsHeader { get; set; }

    public bool Compact { get; set; }

    public bool Striped { get; set; }

    public bool Reverse { get; set; }

    public bool Border { get; set; } = true;

    public bool LastRowBorder { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = new TableContent(Responsive, FirstCellIsHeader);
        context.Items[typeof(TableContent)] = table;
        var slots = Slots.Open(context);
        await output.InnerAsync();
        var sortable = table.Columns.Exists(column => column.Sort != SortDirection.Unset);
        var captionId = CaptionId ?? (Scroll ? IdOfCaption() : null);
        var caption = slots.Label ?? Wording.Of(Caption, CaptionSize);
        var drawn = new Element("table")
            .Class("nhsuk-table")
            .Class("nhsuk-table--reverse", Reverse)
            .Class("nhsuk-table--compact", Compact)
            .Class("nhsuk-table--responsive", Responsive)
            .Class("nhsuk-table--no-border", !Border)
            .Class("nhsuk-table--no-last-row-border", Border && !LastRowBorder)
            .Class("nhsuk-table--sortable", sortable)
            .Class("nhsuk-table--striped", Striped)
            .With("id", Id)
            .With("data-module", sortable && !table.Columns.Exists(column => column.Href is not null) ? "nhsuk-table" : null)
            .With("role", Responsive ? "table" : null)
            .With(output.Attributes)
            .Add(caption is null ? null : DrawCaption(caption, captionId, sortable), table.DrawHead(), table.DrawBody());
        output.Become(Scroll ? InRegion(drawn, captionId) : drawn);
    }

    private IHtmlContent DrawCaption(Wording caption, string? id, bool sortable)
    {
        var told = caption with
        {
            Id = id ?? caption.Id,
            Class = CaptionClass ?? caption.Class,
            HiddenText = sortable ? "(Column headers are sortable)" : null,
        };
        return told.As(new Element("caption"), "nhsuk-table__caption", "nhsuk-table__caption--");
    }

    private Element InRegion(Element table, string? captionId) => new Element("div").Class("nhsuk-scroll").Class("nhsuk-scroll--reverse", Reverse)
        .With("data-module", "nhsuk-scroll")
        .Add(new Element("div").Class("nhsuk-scroll__content").With("role", "region").With("aria-labelledby", captionId).Add(table));

    private string? IdOfCaption()
    {
        if (Id is not null)
        {
            return $"{Id}-caption";
        }

        if (Caption is null)
        {
            return null;
        }

        var words = Caption.Replace(' ', '-').ToLowerInvariant();
        return $"table-{(words.Length > LongestCaptionInId ? words[..LongestCaptionInId] : words)}-caption";
    }
}
