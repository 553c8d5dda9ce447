using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CareCommissioning.Testing.Web;

/// <summary>A form filled in and sent by raw HTTP, without the checks a browser would make.</summary>
public sealed class FormPost
{
    private readonly SignedInClient _client;
    private readonly string _address;

    /// <param name="page">Where the form stands; it is sent there unless it says otherwise.</param>
    public FormPost(SignedInClient client, IElement form, string page)
    {
        _client = client;
        _address = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        foreach (var element in form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(Counts))
        {
            Fields.Add(new(element.GetAttribute("name")!, Value(element)));
        }

        // Fields that stand elsewhere on the page and belong to the form.
        Buttons = [.. form.QuerySelectorAll("button").Select(b => b.TextContent.Trim())];
    }

    public List<KeyValuePair<string, string>> Fields { get; } = [];

    public IReadOnlyList<string> Buttons { get; }

    public string this[string name] => Fields.Single(f => f.Key == name).Value;

    /// <summary>Types into a field, or chooses an option: everything sent under that name before is replaced.</summary>
    public FormPost With(string name, params string[] values)
    {
        Fields.RemoveAll(f => f.Key == name);
        Fields.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        return this;
    }

    /// <summary>Day, month and year of a date.</summary>
    public FormPost With(string name, DateOnly day) =>
        With($"{name}.Day", day.Day.ToString()).With($"{name}.Month", day.Month.ToString()).With($"{name}.Year", day.Year.ToString());

    public FormPost Without(string name)
    {
        Fields.RemoveAll(f => f.Key == name);
        return this;
    }

    /// <summary>Sends it and follows redirects, as a browser does.</summary>
    public Task<WebPage> SendAsync() => _client.PostAsync(_address, Fields);

    private static bool Counts(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked,
        IHtmlInputElement { Type: "file" or "submit" or "button" } => false,
        _ => !element.HasAttribute("disabled"),
    };

    private static string Value(IElement element) => element switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => "",
    };
}
