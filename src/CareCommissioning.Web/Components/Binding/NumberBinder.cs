using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareCommissioning.Web.Components.Binding;

/// <summary>Reads a whole number or an amount as people write them: "1,234", "£785.50", " 12 ".</summary>
internal sealed class NumberBinder : IModelBinder
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands;
    private const NumberStyles Amount = Whole | NumberStyles.AllowDecimalPoint;

    public static bool Reads(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(decimal);

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var text = sent.FirstValue?.Trim().Replace("£", "", StringComparison.Ordinal);
        var type = bindingContext.ModelMetadata.UnderlyingOrModelType;
        if (string.IsNullOrEmpty(text))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"Enter {bindingContext.ModelMetadata.DisplayName ?? "a number"}");
            }
        }
        else if (Parse(text, type) is { } number)
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Refusal(bindingContext.ModelMetadata.DisplayName, type));
        }

        return Task.CompletedTask;
    }

    private static object? Parse(string text, Type type)
    {
        var culture = CultureInfo.InvariantCulture;
        if (type == typeof(decimal))
        {
            return decimal.TryParse(text, Amount, culture, out var amount) ? amount : null;
        }

        if (type == typeof(long))
        {
            return long.TryParse(text, Whole, culture, out var large) ? large : null;
        }

        return int.TryParse(text, Whole, culture, out var number) ? number : null;
    }

    private static string Refusal(string? name, Type type)
    {
        var kind = type == typeof(decimal) ? "a number, like 12 or 12.50" : "a whole number, like 12";
        return string.IsNullOrEmpty(name) ? $"Enter {kind}" : $"{char.ToUpper(name[0], CultureInfo.CurrentCulture)}{name[1..]} must be {kind}";
    }
}
