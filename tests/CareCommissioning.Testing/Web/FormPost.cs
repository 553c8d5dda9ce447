using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CareCommissioning.Testing.Web;

/// <summary>A form filled in and sent by raw HTTP, without the checks a browser would make.</summary>
public sealed class FormPost
{
    private readonly SignedInClient _client;
    private readonly string _address;
    private readonly List<(string Name, string FileName, byte[] Content)> _files = [];

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

    /// <summary>Chooses a file.</summary>
    public FormPost WithFile(string name, string fileName, byte[] content)
    {
        _files.Add((name, fileName, content));
        return this;
    }

    /// <summary>Sends it and follows redirects, as a browser does.</summary>
    public Task<WebPage> SendAsync() => _files.Count == 0 ? _client.PostAsync(_address, Fields) : _client.PostAsync(_address, InParts());

    private MultipartFormDataContent InParts()
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Fields)
        {
            parts.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, content) in _files)
        {
            parts.Add(new ByteArrayContent(content), name, fileName);
        }

        return parts;
    }

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
