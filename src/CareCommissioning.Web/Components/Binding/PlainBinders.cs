using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareCommissioning.Web.Components.Binding;

/// <summary>Chooses our binders for text, numbers and dates that come from forms, addresses and routes.</summary>
internal sealed class PlainBinders : IModelBinderProvider
{
    private static readonly TextBinder Text = new();
    private static readonly DateBinder Date = new();
    private static readonly NumberBinder Number = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        // Bodies, headers and services are read by the framework's own.
        if (context.BindingInfo.BindingSource is { } source && (source == BindingSource.Body || source == BindingSource.Header || source == BindingSource.Services))
        {
            return null;
        }

        var type = context.Metadata.UnderlyingOrModelType;
        if (type == typeof(string))
        {
            return Text;
        }

        if (type == typeof(DateOnly))
        {
            return Date;
        }

        return NumberBinder.Reads(type) ? Number : null;
    }
}
