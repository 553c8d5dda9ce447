using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>The tie between a field and a property of the model: name, id, what was typed or is held, and what is wrong with it.</summary>
internal sealed class FieldBinding(ModelExpression model, ViewContext view)
{
    /// <summary>The full name in the form, such as <c>Form.Fee</c>; also its key in ModelState.</summary>
    public string Name { get; } = view.ViewData.TemplateInfo.GetFullHtmlFieldName(model.Name);

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public Type ModelType => model.Metadata.UnderlyingOrModelType;

    public object? Model => model.Model;

    public ModelMetadata Metadata => model.Metadata;

    /// <summary>From [Display(Name)], with a capital.</summary>
    public string? Label => model.Metadata.DisplayName is { Length: > 0 } name ? char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..] : null;

    /// <summary>What was typed, so that nothing is lost when the form comes back; else what the model holds.</summary>
    public IReadOnlyList<string> Values => Attempted(Name) ?? Held(model.Model, model.Metadata.EditFormatString);

    /// <summary>What was sent for a part of this field, such as the month of a date; null when nothing was sent.</summary>
    public string? AttemptedPart(string part) => Attempted($"{Name}.{part}") is [var typed, ..] ? typed : null;

    public bool PartHasError(string part) => FirstError($"{Name}.{part}") is not null;

    /// <summary>The first message for this field or one of its parts; null when it is right.</summary>
    public string? Error(IEnumerable<string> parts) =>
        FirstError(Name) ?? parts.Select(part => FirstError($"{Name}.{part}")).FirstOrDefault(message => message is not null);

    /// <summary>Tells the error summary which control a message about this field leads to.</summary>
    public void Register(string controlId) => FieldRegister.Of(view).Add(Name, controlId);

    public void RegisterPart(string part, string controlId) => FieldRegister.Of(view).Add($"{Name}.{part}", controlId);

    private static List<string> Held(object? value, string? format) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable several => [.. several.Cast<object?>().Where(one => one is not null).Select(one => Text(one!, format))],
        _ => [Text(value, format)],
    };

    private static string Text(object value, string? format) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when format is not null => string.Format(CultureInfo.CurrentCulture, format, value),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };

    private List<string>? Attempted(string key) =>
        !view.ViewData.ModelState.TryGetValue(key, out var entry) ? null : entry.RawValue switch
        {
            string one => [one],
            string[] several => [.. several],
            _ => null,
        };

    private string? FirstError(string key) =>
        view.ViewData.ModelState.TryGetValue(key, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].Words() : null;
}

internal static class ModelErrorWords
{
    /// <summary>The message for a person. An exception's own words never reach the page.</summary>
    public static string Words(this ModelError error) => string.IsNullOrEmpty(error.ErrorMessage) ? "Check this answer" : error.ErrorMessage;
}
