using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareCommissioning.Web.Components.Validation;

/// <summary>For pages with several forms, of which one is sent.</summary>
public static class OneOfSeveralForms
{
    /// <summary>Judges only the form that was sent: what the others lack is no fault.</summary>
    /// <param name="form">Name of its property on the page model.</param>
    public static void JudgeOnly(this ModelStateDictionary state, string form)
    {
        foreach (var key in state.Keys.Where(key => !key.StartsWith($"{form}.", StringComparison.Ordinal)).ToList())
        {
            state.Remove(key);
        }
    }
}
