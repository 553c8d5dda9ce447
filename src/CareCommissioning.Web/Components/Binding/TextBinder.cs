using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareCommissioning.Web.Components.Binding;

/// <summary>Reads text, refusing what no person types and no database should store: NUL and other control characters, and halves of surrogate pairs.</summary>
/// <remarks>Line breaks and tabs are let in where the property is <c>[DataType(DataType.MultilineText)]</c>; breaks then are one line feed each, as the count on the page has them.</remarks>
internal sealed class TextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var text = sent.FirstValue;
        var lines = bindingContext.ModelMetadata.DataTypeName == nameof(DataType.MultilineText);
        if (lines)
        {
            text = text?.ReplaceLineEndings("\n");
        }

        if (Refusal(text, lines) is { } refusal)
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, refusal);
            return Task.CompletedTask;
        }

        var empty = bindingContext.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(text);
        bindingContext.Result = ModelBindingResult.Success(empty ? null : text);
        return Task.CompletedTask;
    }

    /// <summary>Why a text cannot be taken, in words; null when it can.</summary>
    /// <param name="lines">Line breaks and tabs are allowed.</param>
    internal static string? Refusal(string? text, bool lines)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
            {
                return "Remove the broken character from this text, or type it again";
            }

            var c = (char)Math.Min(rune.Value, char.MaxValue);
            if (char.IsControl(c) && !(lines && c is '\n' or '\t'))
            {
                return c is '\n' or '\r' or '\t'
                    ? "Write this on one line, without line breaks or tabs"
                    : "Remove the hidden control characters from this text, or type it again";
            }

            rest = rest[length..];
        }

        return null;
    }
}
