using System.Globalization;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>The heading of a column.</summary>
internal sealed record Column
{
    public required IHtmlContent Content { get; init; }

    public SortDirection Sort { get; init; }

    public SortDirection SortNext { get; init; }

    public string? Href { get; init; }

    public bool Numeric { get; init; }

    public CellAlignment Align { get; init; }

    public string? Width { get; init; }

    public int? Colspan { get; init; }

    public IEnumerable<TagHelperAttribute> Attributes { get; init; } = [];
}

/// <summary>One value of a row.</summary>
internal sealed record Cell
{
    public required IHtmlContent Content { get; init; }

    public string? Href { get; init; }

    public bool? Numeric { get; init; }

    public CellAlignment Align { get; init; }

    public string? Width { get; init; }

    public int? Colspan { get; init; }

    public string? SortValue { get; init; }

    /// <summary>The words hold elements, which on a phone must stay together beside their heading.</summary>
    public bool IsMarkup { get; init; }

    public IEnumerable<TagHelperAttribute> Attributes { get; init; } = [];
}

internal static class CellContent
{
    public static IHtmlContent Of(IHtmlContent? words, string? hidden) =>
        Fragment.Join(words, hidden is null ? null : Fragment.Hidden(words is null ? hidden : $" {hidden}"));
}

/// <summary>What the columns and rows between a table's tags add to it.</summary>
internal sealed class TableContent(bool responsive, bool firstCellIsHeader)
{
    private readonly List<(List<Cell> Cells, IEnumerable<TagHelperAttribute> Attributes)> _rows = [];

    public List<Column> Columns { get; } = [];

    public static TableContent Around(TagHelperContext context) => context.Items.TryGetValue(typeof(TableContent), out var table)
        ? (TableContent)table
        : throw new InvalidOperationException($"{context.TagName} belongs inside nhs-table.");

    public void StartRow(IEnumerable<TagHelperAttribute> attributes) => _rows.Add(([], attributes));

    public void Add(Cell cell) => _rows[^1].Cells.Add(cell);

    public Element? DrawHead() => Columns.Count == 0 ? null : new Element("thead").Class("nhsuk-table__head").With("role", Role("rowgroup"))
        .Add(new Element("tr").Class("nhsuk-table__row").With("role", Role("row")).Add([.. Columns.Select(Draw)]));

    public Element DrawBody() => new Element("tbody").Class("nhsuk-table__body").Add([.. _rows.Select(row =>
        new Element("tr").Class("nhsuk-table__row").With("role", Role("row")).With(row.Attributes).Add([.. row.Cells.Select(Draw)]))]);

    private static IHtmlContent Linked(IHtmlContent content, string? href) =>
        href is null ? content : new Element("a").Class("nhsuk-link").With("href", href).Add(content);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private string? Role(string role) => responsive ? role : null;

    private Element Draw(Column column)
    {
        var byServer = Columns.Exists(other => other is { Sort: not SortDirection.Unset, Href: not null });
        return new Element("th")
            .Class("nhsuk-table__header")
            .Class("nhsuk-table__header--numeric", column.Numeric)
            .Class($"nhsuk-u-text-align-{column.Align.Kebab()}", column.Align != CellAlignment.Unset)
            .Class($"nhsuk-u-width-{column.Width}", column.Width is not null)
            .With("scope", "col")
            .With("role", Role("columnheader"))
            .With("colspan", responsive ? null : Number(column.Colspan))
            .Flag("data-sort", column.Sort != SortDirection.Unset)
            .With("data-sort-next", byServer || column.SortNext == SortDirection.Unset ? null : column.SortNext.Kebab())
            .With("aria-sort", column.Sort is SortDirection.Unset or SortDirection.None ? null : column.Sort.Kebab())
            .With(column.Attributes)
            .Add(Linked(column.Content, column.Href));
    }

    private Element Draw(Cell cell, int index)
    {
        var column = index < Columns.Count ? Columns[index] : null;
        var header = firstCellIsHeader && index == 0;
        var name = header ? "nhsuk-table__header" : "nhsuk-table__cell";
        var wordAmongNumbers = cell.Numeric == false && column is { Numeric: true } ? CellAlignment.Right : CellAlignment.Unset;
        var align = new[] { cell.Align, wordAmongNumbers, column?.Align ?? CellAlignment.Unset }.FirstOrDefault(a => a != CellAlignment.Unset);
        var named = responsive && column is not null;
        var content = Linked(cell.Content, cell.Href);
        return new Element(header ? "th" : "td")
            .Class(name)
            .Class($"{name}--numeric", cell.Numeric ?? column?.Numeric ?? false)
            .Class($"nhsuk-u-text-align-{align.Kebab()}", align != CellAlignment.Unset)
            .Class($"nhsuk-u-width-{cell.Width}", cell.Width is not null)
            .With("scope", header ? "row" : null)
            .With("role", Role(header ? "rowheader" : "cell"))
            .With("colspan", responsive ? null : Number(cell.Colspan))
            .With("data-sort-value", cell.SortValue)
            .With(cell.Attributes)
            .Add(
                named ? new Element("span").Class("nhsuk-table__heading").With("aria-hidden", "true").Add(column!.Content, Fragment.OfText(" ")) : null,
                named && cell.IsMarkup ? new Element("span").Add(content) : content);
    }
}
