using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>Markup a fixture hands over as it is.</summary>
internal sealed record Html(string Text);

/// <summary>A tag helper driven as Razor drives it: attributes on its tag, and children that run inside it.</summary>
internal sealed class DrivenTag(string name, TagHelper helper)
{
    private readonly TagHelperAttributeList _attributes = [];
    private readonly List<object> _children = [];

    /// <summary>Sets an attribute the helper does not know; a null value leaves it out.</summary>
    public DrivenTag With(string attribute, string? value)
    {
        if (value is not null)
        {
            _attributes.SetAttribute(attribute, value);
        }

        return this;
    }

    /// <summary>The classes and attributes that every macro of the kit takes.</summary>
    public DrivenTag With(JsonElement options)
    {
        With("class", options.Text("classes"));
        if (options.At("attributes") is { ValueKind: JsonValueKind.Object } attributes)
        {
            foreach (var attribute in attributes.EnumerateObject())
            {
                With(attribute.Name, attribute.Value.ToString());
            }
        }

        return this;
    }

    /// <summary>Adds children: text, <see cref="Html"/> or another tag; null ones are left out.</summary>
    public DrivenTag Around(params IEnumerable<object?> children)
    {
        _children.AddRange(children.OfType<object>());
        return this;
    }

    public async Task<string> WriteAsync()
    {
        var output = await RunAsync(new Dictionary<object, object>());
        await using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }

    private async Task<TagHelperOutput> RunAsync(IDictionary<object, object> around)
    {
        var items = new Dictionary<object, object>(around);
        var context = new TagHelperContext(name, _attributes, items, Guid.CreateVersion7().ToString());
        var output = new TagHelperOutput(name, _attributes, async (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            foreach (var child in _children)
            {
                content.AppendHtml(child switch
                {
                    DrivenTag tag => await tag.RunAsync(items),
                    Html html => new HtmlString(html.Text),
                    _ => new HtmlContentBuilder().Append((string)child),
                });
            }

            return content;
        });
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        return output;
    }
}
