using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>
/// Which control each field of this page is answered in, in page order: fields write it, the error summary reads it when the page is sent. Also what the
/// fields and their choices are called, for the form around them.
/// </summary>
internal sealed class FieldRegister
{
    /// <summary>Of a longer list the choices go unnamed: the form would carry it all.</summary>
    private const int MostChoicesNamed = 50;

    private readonly List<(string Key, string ControlId)> _controls = [];
    private Dictionary<string, string> _words = [];

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

    /// <summary>What the field is called on the page; nothing where a heading says it.</summary>
    public void Call(string name, string? label)
    {
        if (name.Length > 0 && label is not null)
        {
            _words[name] = label;
        }
    }

    /// <summary>What the values of the field mean.</summary>
    public void CallChoices(string name, IReadOnlyCollection<(string Value, string Text)> choices)
    {
        foreach (var (value, text) in choices.Count > MostChoicesNamed ? [] : choices)
        {
            _words[ChoiceKey(name, value)] = text;
        }
    }

    /// <summary>The words since they were last taken: by name of the field, or by <see cref="ChoiceKey"/>.</summary>
    public IReadOnlyDictionary<string, string> TakeWords()
    {
        var taken = _words;
        _words = [];
        return taken;
    }

    /// <summary>Under which the meaning of one value stands among the words.</summary>
    public static string ChoiceKey(string name, string value) => $"{name}={value}";

    /// <summary>The control for a key, and its place on the page; null when no field of the page asks for it.</summary>
    public (int Place, string ControlId)? Find(string key)
    {
        var place = _controls.FindIndex(control => control.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? null : (place, _controls[place].ControlId);
    }
}
