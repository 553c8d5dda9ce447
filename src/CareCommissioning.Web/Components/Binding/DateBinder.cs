using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CareCommissioning.Web.Components.Binding;

/// <summary>Reads a date from three boxes (<c>.Day</c>, <c>.Month</c>, <c>.Year</c>), or from one value such as <c>2026-03-14</c> in an address.</summary>
/// <remarks>
/// Nothing typed is lost and nothing typed throws: what is not a date becomes a message on the part that is wrong.
/// Three empty boxes are no answer; whether that is allowed is the form's rule to say, unless the property cannot be empty.
/// </remarks>
internal sealed class DateBinder : IModelBinder
{
    /// <summary>A year of four digits that a form of ours can mean. Outside it somebody mistyped.</summary>
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    private static readonly string[] OneValueFormats = ["yyyy-MM-dd", "d/M/yyyy"];

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var parts = DateParts.Names.Select(part => Read(bindingContext, part)).ToList();
        if (parts.TrueForAll(part => part is null))
        {
            BindOneValue(bindingContext);
            return Task.CompletedTask;
        }

        if (parts.TrueForAll(string.IsNullOrEmpty))
        {
            Finish(bindingContext, null);
            return Task.CompletedTask;
        }

        var wrong = FindWrong(parts, out var date);
        if (wrong is null)
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }
        else
        {
            Refuse(bindingContext, wrong);
        }

        return Task.CompletedTask;
    }

    /// <summary>The first thing wrong with three typed parts, and all parts it concerns; null when they are a date.</summary>
    private static Wrong? FindWrong(List<string?> parts, out DateOnly date)
    {
        date = default;
        var missing = DateParts.Names.Where((_, i) => string.IsNullOrEmpty(parts[i])).ToList();
        if (missing.Count > 0)
        {
            return new($"must include a {string.Join(" and a ", missing).ToLowerInvariant()}", missing);
        }

        var day = Number(parts[0]);
        var month = Month(parts[1]);
        var year = Number(parts[2]);
        var impossible = new List<string>();
        AddIf(impossible, DateParts.Day, day is null or < 1 or > 31);
        AddIf(impossible, DateParts.Month, month is null);
        AddIf(impossible, DateParts.Year, year is null);
        if (impossible.Count > 0)
        {
            return new("must be a real date", impossible);
        }

        if (year is < FirstYear or > LastYear)
        {
            return new($"must have a year between {FirstYear} and {LastYear}", [DateParts.Year]);
        }

        // The 31st of a short month, or 29 February of a common year: the day is what is wrong.
        if (day > DateTime.DaysInMonth(year!.Value, month!.Value))
        {
            return new("must be a real date", [DateParts.Day]);
        }

        date = new DateOnly(year.Value, month.Value, day!.Value);
        return null;
    }

    private static void AddIf(List<string> parts, string part, bool wrong)
    {
        if (wrong)
        {
            parts.Add(part);
        }
    }

    private static int? Number(string? text) =>
        text!.Length <= 4 && text.All(char.IsAsciiDigit) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "3", "03", "Mar" and "March" are all March.
    private static int? Month(string? text)
    {
        if (Number(text) is { } number)
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        var index = Enumerable.Range(0, 12).Where(i =>
            text!.Equals(names.MonthNames[i], StringComparison.OrdinalIgnoreCase) ||
            text.Equals(names.AbbreviatedMonthNames[i], StringComparison.OrdinalIgnoreCase)).ToList();
        return index is [var found] ? found + 1 : null;
    }

    private static string? Read(ModelBindingContext context, string part)
    {
        var key = $"{context.ModelName}.{part}";
        var sent = context.ValueProvider.GetValue(key);
        if (sent == ValueProviderResult.None)
        {
            return null;
        }

        context.ModelState.SetModelValue(key, sent.FirstValue, sent.FirstValue);
        return sent.FirstValue?.Trim() ?? "";
    }

    private static void BindOneValue(ModelBindingContext context)
    {
        var sent = context.ValueProvider.GetValue(context.ModelName);
        if (sent == ValueProviderResult.None)
        {
            return;
        }

        context.ModelState.SetModelValue(context.ModelName, sent);
        var text = sent.FirstValue?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            Finish(context, null);
        }
        else if (DateOnly.TryParseExact(text, OneValueFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear)
        {
            Finish(context, date);
        }
        else
        {
            context.ModelState.TryAddModelError(context.ModelName, $"{Subject(context)} must be a real date");
        }
    }

    private static void Finish(ModelBindingContext context, DateOnly? date)
    {
        if (date is null && (!context.ModelMetadata.IsReferenceOrNullableType || HasRequired(context.ModelMetadata)))
        {
            context.ModelState.TryAddModelError(context.ModelName, $"Enter {context.ModelMetadata.DisplayName ?? "a date"}");
            return;
        }

        context.Result = ModelBindingResult.Success(date);
    }

    private static bool HasRequired(ModelMetadata metadata) =>
        metadata is DefaultModelMetadata { Attributes.Attributes: { } attributes } && attributes.OfType<System.ComponentModel.DataAnnotations.RequiredAttribute>().Any();

    private static void Refuse(ModelBindingContext context, Wrong wrong)
    {
        // The same sentence on each wrong part: the field shows it once, and marks just these boxes.
        foreach (var part in wrong.Parts)
        {
            context.ModelState.TryAddModelError($"{context.ModelName}.{part}", $"{Subject(context)} {wrong.Sentence}");
        }
    }

    private static string Subject(ModelBindingContext context)
    {
        var name = new StringBuilder(context.ModelMetadata.DisplayName ?? "The date");
        name[0] = char.ToUpper(name[0], CultureInfo.CurrentCulture);
        return name.ToString();
    }

    private sealed record Wrong(string Sentence, IReadOnlyList<string> Parts);
}
