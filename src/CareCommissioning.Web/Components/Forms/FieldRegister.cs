using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>Which control each field of this page is answered in, in page order. Fields write it, the error summary reads it when the page is sent.</summary>
internal sealed class FieldRegister
{
    private readonly List<(string Key, string ControlId)> _controls = [];

    public static FieldRegister Of(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(FieldRegister)] is not FieldRegister register)
        {
            register = new FieldRegister();
            view.HttpContext.Items[typeof(FieldRegister)] = register;
        }

        return register;
    }

    public void Add(string key, string controlId) => _controls.Add((key, controlId));

    /// <summary>The control for a key, and its place on the page; null when no field of the page asks for it.</summary>
    public (int Place, string ControlId)? Find(string key)
    {
        var place = _controls.FindIndex(control => control.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? null : (place, _controls[place].ControlId);
    }
}
