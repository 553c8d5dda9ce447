using FluentValidation;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace CareCommissioning.Web.Components.Validation;

/// <summary>Before a page's handler runs, holds what was bound against its FluentValidation rules; each message lands in ModelState beside its field.</summary>
/// <remarks>A field that could not be read at all keeps that message alone: "Enter a number" and "must be more than 0" at once would only confuse.</remarks>
internal sealed class FormValidationFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        foreach (var (key, form) in Bound(context))
        {
            await ValidateAsync(context, key, form);
        }

        await next();
    }

    private static IEnumerable<(string Key, object Form)> Bound(PageHandlerExecutingContext context)
    {
        foreach (var property in context.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>())
        {
            if (IsBoundNow(property, context) && property.Property.GetValue(context.HandlerInstance) is { } form)
            {
                yield return (property.BindingInfo?.BinderModelName ?? property.Name, form);
            }
        }

        foreach (var (name, argument) in context.HandlerArguments)
        {
            if (argument is not null)
            {
                yield return (name, argument);
            }
        }
    }

    // [BindProperty] without SupportsGet is not bound, so not judged, when a page is only looked at.
    private static bool IsBoundNow(ParameterDescriptor property, PageHandlerExecutingContext context) =>
        property.BindingInfo?.RequestPredicate?.Invoke(context) ?? true;

    private static async Task ValidateAsync(PageHandlerExecutingContext context, string key, object form)
    {
        var services = context.HttpContext.RequestServices;
        if (services.GetService(typeof(IValidator<>).MakeGenericType(form.GetType())) is not IValidator validator)
        {
            return;
        }

        var unread = context.ModelState.Where(entry => entry.Value?.ValidationState == ModelValidationState.Invalid).Select(entry => entry.Key).ToList();
        var result = await validator.ValidateAsync(new ValidationContext<object>(form), context.HttpContext.RequestAborted);
        foreach (var error in result.Errors)
        {
            var field = string.IsNullOrEmpty(error.PropertyName) ? key : $"{key}.{error.PropertyName}";
            if (!unread.Exists(name => IsOrIsPartOf(name, field)))
            {
                context.ModelState.TryAddModelError(field, error.ErrorMessage);
            }
        }
    }

    private static bool IsOrIsPartOf(string name, string field) =>
        name.StartsWith(field, StringComparison.OrdinalIgnoreCase) && (name.Length == field.Length || name[field.Length] is '.' or '[');
}
