using System.Text.Encodings.Web;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>All that is wrong with the form, each message leading to its field: <c>&lt;nhs-error-summary /&gt;</c>, first in the page. Writes nothing while there is no error.</summary>
[HtmlTargetElement("nhs-error-summary")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    public string Heading { get; set; } = "There is a problem";

    /// <summary>Set true or false to override what the kit does, which is to take the focus when the page loads.</summary>
    public bool? DisableAutoFocus { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = new ErrorItems();
        context.Items[typeof(ErrorItems)] = items;
        var slots = Slots.Open(context);
        var inner = await output.InnerAsync();
        if (ViewContext is not null && ViewContext.ViewData.ModelState.IsValid && items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        // The list is made when the page is written, after the fields below have said which control answers what.
        IHtmlContent list = ViewContext is null || items.Count > 0 ? items.Draw() : new ListFromModelState(ViewContext);
        var heading = (slots.Label ?? Wording.Of(Heading)!).As(new Element("h2"), "nhsuk-error-summary__heading", "");
        var body = new Element("div").Class("nhsuk-error-summary__body").Add(inner is null ? null : new Element("p").Add(inner), list);
        output.Become(new Element("div").Class("nhsuk-error-summary")
            .With("data-module", "nhsuk-error-summary")
            .With("data-disable-auto-focus", DisableAutoFocus is { } off ? (off ? "true" : "false") : null)
            .With(output.Attributes)
            .Add(new Element("div").With("role", "alert").Add(heading, body)));
    }

    private sealed class ListFromModelState(ViewContext view) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var register = FieldRegister.Of(view);
            var items = new ErrorItems();
            var errors =
                from entry in view.ViewData.ModelState
                where entry.Value is not null
                from error in entry.Value.Errors
                let control = register.Find(entry.Key)
                orderby control?.Place ?? int.MaxValue
                select (Words: error.Words(), Href: Href(entry.Key, control?.ControlId));
            foreach (var (words, href) in errors.Distinct())
            {
                items.Add(Fragment.OfText(words)!, href, []);
            }

            items.Draw().WriteTo(writer, encoder);
        }

        private static string? Href(string key, string? controlId) =>
            controlId is not null ? $"#{controlId}" : key.Length == 0 ? null : $"#{TagBuilder.CreateSanitizedId(key, "_")}";
    }
}

/// <summary>A message of a summary that is written by hand: <c>&lt;nhs-error-item href="#fee"&gt;Enter the fee&lt;/nhs-error-item&gt;</c></summary>
[HtmlTargetElement("nhs-error-item")]
public sealed class ErrorItemTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = context.Items.TryGetValue(typeof(ErrorItems), out var around)
            ? (ErrorItems)around
            : throw new InvalidOperationException("nhs-error-item belongs inside nhs-error-summary.");
        items.Add(await output.InnerAsync() ?? Fragment.Join(), Href, [.. output.Attributes]);
        output.SuppressOutput();
    }
}

internal sealed class ErrorItems
{
    private readonly List<Element> _items = [];

    public int Count => _items.Count;

    public void Add(IHtmlContent words, string? href, IEnumerable<TagHelperAttribute> attributes) =>
        _items.Add(new Element("li").Add(href is null ? words : new Element("a").With("href", href).With(attributes).Add(words)));

    public IHtmlContent Draw() => _items.Count == 0
        ? Fragment.Join()
        : new Element("ul").Class("nhsuk-list nhsuk-error-summary__list").Add([.. _items]);
}
