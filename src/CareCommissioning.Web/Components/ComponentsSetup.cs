using System.Reflection;
using CareCommissioning.Web.Components.Binding;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CareCommissioning.Web.Components;

/// <summary>Turns on what the pages' forms rely on: our binders, messages in plain words, and FluentValidation before each handler.</summary>
public static class ComponentsSetup
{
    /// <param name="mvc">The result of AddRazorPages.</param>
    /// <param name="forms">The assembly whose validators are used; ours when not given.</param>
    public static IMvcBuilder AddComponents(this IMvcBuilder mvc, Assembly? forms = null)
    {
        mvc.Services.AddScoped<HeaderContentSource>();
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(forms ?? typeof(ComponentsSetup).Assembly, includeInternalTypes: true))
        {
            mvc.Services.AddScoped(found.InterfaceType, found.ValidatorType);
        }

        return mvc.AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new PlainBinders());
            options.Filters.Add(new FormValidationFilter());

            // What must be answered is said by the form's rules, in its own words.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            SpeakPlainly(options.ModelBindingMessageProvider);
        });
    }

    // What is left to these after our binders: choices, ids and switches, which only a broken page or a tampered form gets wrong.
    private static void SpeakPlainly(DefaultModelBindingMessageProvider messages)
    {
        const string choose = "Choose one of the options";
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => choose);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => choose);
        messages.SetUnknownValueIsInvalidAccessor(_ => choose);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => choose);
        messages.SetValueIsInvalidAccessor(_ => choose);
        messages.SetValueMustNotBeNullAccessor(_ => choose);
        messages.SetMissingBindRequiredValueAccessor(_ => "Answer this question");
        messages.SetMissingKeyOrValueAccessor(() => "Answer this question");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Nothing was sent");
        messages.SetValueMustBeANumberAccessor(_ => "Enter a number");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
    }
}
