using System.Text.Json;
using CareCommissioning.Web.Components;
using CareCommissioning.Web.Components.Display;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Lists;
using SortDirection = CareCommissioning.Web.Components.SortDirection;

namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>How the options of the kit's other macros are written with our helpers.</summary>
internal static class DisplayFixtures
{
    public static DrivenTag Button(JsonElement o) => new DrivenTag("nhs-button", new ButtonTagHelper
    {
        Variant = o.Enum("variant", ButtonVariant.Primary),
        Href = o.Text("href"),
        Type = o.Text("type"),
        Small = o.On("small"),
        Disabled = o.On("disabled"),
        Icon = o.Text("icon.name"),
        IconLast = o.Text("icon.placement") == "end",
        PreventDoubleClick = o.Maybe("preventDoubleClick"),
    }).With(o).Around(o.Content());

    public static DrivenTag Tag(JsonElement o) => new DrivenTag("nhs-tag", TagHelper(o)).With(o).Around(o.Content());

    public static DrivenTag Details(JsonElement o) =>
        new DrivenTag("nhs-details", new DetailsTagHelper { Summary = o.Words("summary") as string, Open = o.On("open") }).With(o).With("class", Variant("details", o)).Around(o.Content());

    public static DrivenTag InsetText(JsonElement o) => new DrivenTag("nhs-inset-text", new InsetTextTagHelper()).With(o).Around(Paragraph(o));

    public static DrivenTag WarningCallout(JsonElement o) =>
        new DrivenTag("nhs-warning-callout", new WarningCalloutTagHelper { Heading = o.Words("heading") as string ?? "" }).With(o)
            .Around(o.Text("html") is { } html ? new Html(html) : o.Text("text") is { } text ? new Html($"<p class=\"nhsuk-card__description\">{text}</p>") : null);

    public static DrivenTag NotificationBanner(JsonElement o)
    {
        // A text alone is the banner's heading, as a paragraph.
        var textAlone = o.Text("html") is null && o.Words("heading") is null;
        return new DrivenTag("nhs-notification-banner", new NotificationBannerTagHelper
        {
            Success = o.Text("variant") == "success",
            BannerTitle = o.Words("title") as string,
            Heading = textAlone ? o.Text("text") : o.Words("heading") as string,
            HeadingLevel = textAlone || o.Text("heading.element") == "p" ? 0 : 3,
            Role = o.Text("role"),
            DisableAutoFocus = o.Maybe("disableAutoFocus"),
        }).With(o).Around(o.Text("html") is { } html ? new Html(html) : textAlone || o.Text("text") is not { } text ? null : new Html($"<p class=\"nhsuk-body\">{text}</p>"));
    }

    public static DrivenTag Card(JsonElement o) => Card(o, null);

    public static DrivenTag SummaryList(JsonElement o)
    {
        var list = new DrivenTag("nhs-summary-list", new SummaryListTagHelper { Border = !o.Off("border"), LastRowBorder = !o.Off("lastRowBorder") }).With(o)
            .Around(o.List("rows").Select(row => new DrivenTag("nhs-summary-row", new SummaryRowTagHelper
            {
                Key = row.Words("key") as string,
                KeyWidth = row.Text("key.width"),
                Border = !row.Off("border"),
            }).With(row).Around(row.Words("value")).Around(Actions("nhs-row-action", row))));
        return o.At("card") is { } card ? Card(card, list) : list;
    }

    public static DrivenTag Tabs(JsonElement o) => new DrivenTag("nhs-tabs", new TabsTagHelper
    {
        Id = o.Text("id"),
        IdPrefix = o.Text("idPrefix"),
        Heading = o.Text("visuallyHiddenText") ?? "Contents",
    }).With(o).Around(o.List("items").Select(item => new DrivenTag("nhs-tab", new TabTagHelper { Label = item.Text("label") ?? "", Id = item.Text("id") })
        .Around(item.At("panel") is { } panel ? panel.Content() : null)));

    public static DrivenTag TaskList(JsonElement o) => new DrivenTag("nhs-task-list", new TaskListTagHelper { IdPrefix = o.Text("idPrefix") ?? "task-list" }).With(o)
        .Around(o.List("items").Select(item => new DrivenTag("nhs-task", new TaskTagHelper
        {
            Href = item.Text("href"),
            Hint = item.Words("hint") as string,
            Status = item.Text("status.tag.text") ?? item.Words("status") as string,
            Colour = item.At("status.tag") is { } tag ? TagHelper(tag).Colour : TagColour.Default,
            Border = item.At("status.tag") is not { } bordered || !bordered.Off("border"),
            StatusClass = item.Text("status.tag.classes") ?? item.Text("status.classes"),
        }).With(item).Around(item.Words("heading") ?? item.Words("title"))));

    public static DrivenTag BackLink(JsonElement o) => new DrivenTag("nhs-back-link", new BackLinkTagHelper { Href = o.On("type") ? null : o.Text("href") }).With(o).With("class", Variant("back-link", o)).Around(o.Content());

    public static DrivenTag ActionLink(JsonElement o) => new DrivenTag("nhs-action-link", new ActionLinkTagHelper { Href = o.On("type") ? null : o.Text("href") }).With(o).With("class", Variant("action-link", o)).Around(o.Content());

    public static DrivenTag SkipLink(JsonElement o) => new DrivenTag("nhs-skip-link", new SkipLinkTagHelper { Href = o.Text("href") ?? "#maincontent" }).With(o).Around(o.Content());

    public static DrivenTag Breadcrumb(JsonElement o) => new DrivenTag("nhs-breadcrumb", new BreadcrumbTagHelper { BackText = o.Text("backLink.text"), BackHref = o.Text("backLink.href") })
        .With(o).With("id", o.Text("id"))
        .Around(o.List("items").Select(item => new DrivenTag("nhs-crumb", new CrumbTagHelper { Href = item.Text("href") ?? "" }).With(item).Around(item.Content())));

    public static DrivenTag Footer(JsonElement o) => new DrivenTag("nhs-footer", new FooterTagHelper { SmallPrint = o.Off("copyright") ? null : o.Words("copyright") as string ?? "© NHS England" })
        .With(o).Around(o.List("meta.items").Select(item => new DrivenTag("nhs-footer-link", new FooterLinkTagHelper { Href = item.Text("href") ?? "" }).With(item).Around(item.Content())))
        .Around(o.Text("html") is { } html ? new Html(html) : null)
        .Around(o.Words("meta") is string text ? new Html($"<p class=\"nhsuk-body-s\">{text}</p>") : o.Words("meta"));

    public static DrivenTag Pagination(JsonElement o) => new DrivenTag("nhs-pagination", new PaginationTagHelper
    {
        PreviousHref = o.Text("previousUrl") ?? o.Text("previous.href"),
        PreviousLabel = o.Text("previousPage") ?? o.Text("previous.label"),
        NextHref = o.Text("nextUrl") ?? o.Text("next.href"),
        NextLabel = o.Text("nextPage") ?? o.Text("next.label"),
    }).With(o).Around(o.List("items").Select(item => new DrivenTag("nhs-page", new PageTagHelper
    {
        Href = item.On("ellipsis") ? null : item.Text("href"),
        Number = item.Text("number"),
        Current = item.On("current"),
    })));

    public static DrivenTag Table(JsonElement o)
    {
        var caption = o.At("caption") ?? default;
        var table = new DrivenTag("nhs-table", new TableTagHelper
        {
            Id = o.Text("id"),
            Caption = o.Words("caption") as string,
            CaptionSize = caption.Enum("size", TextSize.Default),
            CaptionId = caption.Text("id"),
            CaptionClass = caption.Text("classes"),
            Responsive = o.On("responsive"),
            Scroll = o.On("scroll"),
            FirstCellIsHeader = o.On("firstCellIsHeader"),
            Compact = o.On("compact"),
            Striped = o.On("striped"),
            Reverse = o.Text("variant") == "reverse",
            Border = !o.Off("border"),
            LastRowBorder = !o.Off("lastRowBorder"),
        }).With(o)
            .Around(o.List("head").Select(Column))
            .Around(o.List("rows").Where(row => row.ValueKind == JsonValueKind.Array).Select(row => new DrivenTag("nhs-row", new RowTagHelper())
                .Around(row.EnumerateArray().Where(cell => cell.ValueKind is JsonValueKind.Object or JsonValueKind.String).Select(Cell))));
        return o.At("card") is { } card ? Card(card, table) : table;
    }

    private static DrivenTag Column(JsonElement o) => new DrivenTag("nhs-column", new ColumnTagHelper
    {
        Sort = o.Text("sort") == "true" ? SortDirection.None : o.Enum("sort", SortDirection.Unset),
        SortNext = o.Enum("sortNext", SortDirection.Unset),
        Href = o.Text("href"),
        Numeric = o.Text("format") == "numeric",
        Align = o.Enum("align", CellAlignment.Unset),
        Width = o.Text("width"),
        Hidden = o.Text("visuallyHiddenText"),
    }).With(o).Around(Inner(o));

    private static DrivenTag Cell(JsonElement o) => new DrivenTag("nhs-cell", new CellTagHelper
    {
        Href = o.Text("href"),
        Numeric = o.Text("format") switch { "numeric" => true, null => null, _ => false },
        Align = o.Enum("align", CellAlignment.Unset),
        Width = o.Text("width"),
        Hidden = o.Text("visuallyHiddenText"),
        SortValue = o.Text("sortValue"),
    }).With(o).Around(Inner(o));

    private static object? Inner(JsonElement o) => o.ValueKind == JsonValueKind.String ? o.GetString() : o.Content();

    private static TagTagHelper TagHelper(JsonElement o) => new()
    {
        Colour = o.Off("colour") ? TagColour.None : o.Enum("colour", TagColour.Default),
        Border = !o.Off("border"),
    };

    // A variant for dark grounds, which our pages write as a class.
    private static string? Variant(string component, JsonElement o) => o.Text("variant") is { } variant ? $"nhsuk-{component}--{variant}" : o.Text("classes");

    private static Html? Paragraph(JsonElement o) =>
        o.Text("html") is { } html ? new Html(html) : o.Text("text") is { } text ? new Html($"<p>{text}</p>") : null;

    private static DrivenTag Card(JsonElement o, DrivenTag? inside) => new DrivenTag("nhs-card", new CardTagHelper
    {
        Heading = o.Words("heading") as string,
        HeadingLevel = o.Number("heading.level") ?? 2,
        HeadingSize = o.Enum("heading.size", TextSize.Default),
        HeadingId = o.Text("heading.id"),
        HeadingClass = o.Text("heading.classes"),
        Href = o.Text("href"),
        Clickable = o.On("clickable"),
        Description = o.Words("description") as string,
        Variant = o.Enum("variant", CardVariant.Plain),
        ImageSrc = o.Text("image.src"),
        ImageAlt = o.Text("image.alt") ?? "",
    }).With(o).Around(Actions("nhs-card-action", o)).Around(inside, o.Words("description") as Html, o.Text("html") is { } html ? new Html(html) : null);

    private static IEnumerable<DrivenTag> Actions(string name, JsonElement o) => o.List("actions").Concat(o.List("actions.items"))
        .Where(action => action.ValueKind == JsonValueKind.Object)
        .Select(action => new DrivenTag(name, new ActionTagHelper { Href = action.Text("href"), Type = action.Text("type"), Hidden = action.Text("visuallyHiddenText") })
            .With(action).Around(action.Content()));
}
