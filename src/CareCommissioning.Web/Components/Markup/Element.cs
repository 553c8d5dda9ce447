using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Markup;

/// <summary>One HTML element being put together: classes, attributes in the order given, and content. Everything is encoded when written.</summary>
internal sealed class Element(string name) : IHtmlContent
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "input", "img", "hr", "br" };

    private readonly List<object> _classes = [];
    private readonly List<(string Name, object? Value)> _attributes = [];
    private readonly HtmlContentBuilder _content = new();

    /// <summary>Adds one or more class names, unless there are none or <paramref name="when"/> is false.</summary>
    public Element Class(string? names, bool when = true)
    {
        if (when && !string.IsNullOrWhiteSpace(names))
        {
            _classes.Add(names);
        }

        return this;
    }

    /// <summary>Sets an attribute; a null value leaves it out.</summary>
    public Element With(string attribute, string? value)
    {
        if (value is not null)
        {
            Set(attribute, value);
        }

        return this;
    }

    /// <summary>Takes over what a page's author wrote on the tag beyond the helper's own attributes. Classes add up; anything else wins.</summary>
    public Element With(IEnumerable<TagHelperAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            var value = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? null : attribute.Value;
            if (!attribute.Name.Equals("class", StringComparison.OrdinalIgnoreCase))
            {
                Set(attribute.Name, value);
            }
            else if (value is not null)
            {
                _classes.Add(value);
            }
        }

        return this;
    }

    /// <summary>Sets an attribute that has no value, such as <c>disabled</c>.</summary>
    public Element Flag(string attribute, bool when = true)
    {
        if (when)
        {
            Set(attribute, null);
        }

        return this;
    }

    public Element Text(string? text)
    {
        _content.Append(text ?? "");
        return this;
    }

    public Element Add(params ReadOnlySpan<IHtmlContent?> parts)
    {
        foreach (var part in parts)
        {
            if (part is not null)
            {
                _content.AppendHtml(part);
            }
        }

        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        WriteClasses(writer, encoder);
        foreach (var (attribute, value) in _attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            if (value is not null)
            {
                writer.Write("=\"");
                WriteValue(writer, encoder, value);
                writer.Write('"');
            }
        }

        writer.Write('>');
        if (!Void.Contains(name))
        {
            _content.WriteTo(writer, encoder);
            writer.Write("</");
            writer.Write(name);
            writer.Write('>');
        }
    }

    private static void WriteValue(TextWriter writer, HtmlEncoder encoder, object value)
    {
        if (value is IHtmlContent content)
        {
            content.WriteTo(writer, encoder);
        }
        else
        {
            encoder.Encode(writer, value.ToString() ?? "");
        }
    }

    private void Set(string attribute, object? value)
    {
        _attributes.RemoveAll(a => a.Name.Equals(attribute, StringComparison.OrdinalIgnoreCase));
        _attributes.Add((attribute, value));
    }

    private void WriteClasses(TextWriter writer, HtmlEncoder encoder)
    {
        for (var i = 0; i < _classes.Count; i++)
        {
            writer.Write(i == 0 ? " class=\"" : " ");
            WriteValue(writer, encoder, _classes[i]);
        }

        if (_classes.Count > 0)
        {
            writer.Write('"');
        }
    }
}
