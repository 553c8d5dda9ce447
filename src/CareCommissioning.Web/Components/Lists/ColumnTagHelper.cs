using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>A column's heading: <c>&lt;nhs-column sort-key="fee" numeric&gt;Weekly fee&lt;/nhs-column&gt;</c></summary>
[HtmlTargetElement("nhs-column")]
public sealed class ColumnTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    /// <summary>Orders the list by this: the heading becomes a link that sets <c>?sort=key</c>, and <c>?sort=-key</c> when it was so already.</summary>
    public string? SortKey { get; set; }

    /// <summary>How the list is ordered now, when not told by the address.</summary>
    public SortDirection Sort { get; set; }

    /// <summary>Which order a first press of a column sorted in the browser gives.</summary>
    public SortDirection SortNext { get; set; }

    public string? Href { get; set; }

    public bool Numeric { get; set; }

    public CellAlignment Align { get; set; }

    /// <summary>Share of the width, such as "one-third".</summary>
    public string? Width { get; set; }

    /// <summary>Said by screen readers after the words.</summary>
    public string? Hidden { get; set; }

    public int? Colspan { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = TableContent.Around(context);
        var column = new Column
        {
            Content = CellContent.Of(await output.InnerAsync(), Hidden),
            Sort = Sort,
            SortNext = SortNext,
            Href = Href,
            Numeric = Numeric,
            Align = Align,
            Width = Width,
            Colspan = Colspan,
            Attributes = [.. output.Attributes],
        };
        table.Columns.Add(SortKey is null || ViewContext is null ? column : Ordered(column, SortKey, new QueryLinks(ViewContext.HttpContext.Request)));
        output.SuppressOutput();
    }

    private static Column Ordered(Column column, string key, QueryLinks links)
    {
        var now = links[QueryLinks.Sort] switch
        {
            { } sort when sort == key => SortDirection.Ascending,
            { } sort when sort == $"-{key}" => SortDirection.Descending,
            _ => column.Sort == SortDirection.Unset ? SortDirection.None : column.Sort,
        };
        return column with { Sort = now, Href = links.With(QueryLinks.Sort, now == SortDirection.Ascending ? $"-{key}" : key) };
    }
}

/// <summary>A row: <c>&lt;nhs-row&gt;&lt;nhs-cell&gt;…&lt;/nhs-cell&gt;&lt;/nhs-row&gt;</c></summary>
[HtmlTargetElement("nhs-row")]
public sealed class RowTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        TableContent.Around(context).StartRow([.. output.Attributes]);
        await output.InnerAsync();
        output.SuppressOutput();
    }
}

/// <summary>One value of a row: <c>&lt;nhs-cell href="/placements/1"&gt;Mrs Jones&lt;/nhs-cell&gt;</c>. Numbers align right by their column.</summary>
[HtmlTargetElement("nhs-cell")]
public sealed class CellTagHelper : TagHelper
{
    public string? Href { get; set; }

    /// <summary>Said by screen readers after the words.</summary>
    public string? Hidden { get; set; }

    /// <summary>A number, or with false a word in a column of numbers; null follows the column.</summary>
    public bool? Numeric { get; set; }

    public CellAlignment Align { get; set; }

    public string? Width { get; set; }

    public int? Colspan { get; set; }

    /// <summary>What a table sorted in the browser goes by, when not the words.</summary>
    public string? SortValue { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.InnerAsync();
        TableContent.Around(context).Add(new Cell
        {
            Content = CellContent.Of(words, Hidden),
            IsMarkup = words is TagHelperContent content && content.GetContent().Contains('<', StringComparison.Ordinal),
            Href = Href,
            Numeric = Numeric,
            Align = Align,
            Width = Width,
            Colspan = Colspan,
            SortValue = SortValue,
            Attributes = [.. output.Attributes],
        });
        output.SuppressOutput();
    }
}
