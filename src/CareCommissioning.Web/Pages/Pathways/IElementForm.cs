using System.Security.Cryptography;
using System.Text.Json;
using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>A form about one element of a map, or about a part of it.</summary>
public interface IElementForm<TForm, TElement>
    where TForm : class, IElementForm<TForm, TElement>
    where TElement : MapElement
{
    /// <summary>Fingerprint of what the form was filled with; null for a new element. Another part of the element may change meanwhile.</summary>
    string? Version { get; set; }

    /// <summary>The form of an element as it is.</summary>
    static abstract TForm Of(TElement it);

    /// <summary>What was typed, once it is valid, on top of what else the element says.</summary>
    /// <param name="it">Null for a new one.</param>
    TElement ToElement(TElement? it, Guid id);
}

/// <summary>Fills forms of elements.</summary>
public static class ElementForms
{
    /// <summary>The form of an element as it is, marked so that a later change of the same fields is noticed.</summary>
    public static TForm Filled<TForm, TElement>(TElement it)
        where TForm : class, IElementForm<TForm, TElement>
        where TElement : MapElement
    {
        var form = TForm.Of(it);
        form.Version = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form)).AsSpan(0, 8));
        return form;
    }
}
