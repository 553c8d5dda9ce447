using System.Globalization;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>The parts of a long job and how far each is.</summary>
[HtmlTargetElement("nhs-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    public string IdPrefix { get; set; } = "task-list";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tasks = new TaskItems(IdPrefix);
        context.Items[typeof(TaskItems)] = tasks;
        await output.InnerAsync();
        output.Become(new Element("ul").Class("nhsuk-task-list").With(output.Attributes).Add([.. tasks.Drawn]));
    }
}

/// <summary>One part of the job: <c>&lt;nhs-task href="…" status="Incomplete" colour="Blue"&gt;Funding&lt;/nhs-task&gt;</c>. Without <c>href</c> it cannot be started yet.</summary>
[HtmlTargetElement("nhs-task")]
public sealed class TaskTagHelper : TagHelper
{
    public string? Href { get; set; }

    public string? Hint { get; set; }

    public string? Status { get; set; }

    /// <summary>A colour makes the status a tag; without one it is plain text, which is right for "Completed" and "Cannot start yet".</summary>
    public TagColour Colour { get; set; }

    public bool Border { get; set; } = true;

    public string? StatusClass { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tasks = context.Items.TryGetValue(typeof(TaskItems), out var around)
            ? (TaskItems)around
            : throw new InvalidOperationException("nhs-task belongs inside nhs-task-list.");
        var inner = await output.InnerAsync();
        var id = tasks.NextId();
        var hint = Fragment.OfText(Hint) is { } words ? new Element("div").Class("nhsuk-task-list__hint").With("id", $"{id}-hint").Add(words) : null;
        var name = Href is null
            ? new Element("div").Add(inner)
            : new Element("a").Class("nhsuk-task-list__link nhsuk-link").With("href", Href)
                .With("aria-describedby", Fragment.Ids(hint is null ? null : $"{id}-hint", $"{id}-status")).Add(inner);
        var status = new Element("div").Class("nhsuk-task-list__status").Class(StatusClass, Colour == TagColour.Default).With("id", $"{id}-status")
            .Add(Colour == TagColour.Default ? Fragment.OfText(Status) : TagTagHelper.Draw(Fragment.OfText(Status), Colour, Border).Class(StatusClass));
        tasks.Drawn.Add(new Element("li").Class("nhsuk-task-list__item").Class("nhsuk-task-list__item--with-link", Href is not null)
            .With(output.Attributes)
            .Add(new Element("div").Class("nhsuk-task-list__name-and-hint").Add(name, hint), status));
        output.SuppressOutput();
    }
}

internal sealed class TaskItems(string idPrefix)
{
    private int _count;

    public List<Element> Drawn { get; } = [];

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"{idPrefix}-{++_count}");
}
