using System.Globalization;
using CareCommissioning.Web.Components.Binding;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>A date in three boxes, bound to <c>DateOnly?</c>: <c>&lt;nhs-date-input asp-for="Form.EndedOn" legend="When did the placement end?" /&gt;</c></summary>
[HtmlTargetElement("nhs-date-input")]
public sealed class DateInputTagHelper : FieldTagHelper
{
    [HtmlAttributeName("legend")]
    public override string? Label { get; set; }

    [HtmlAttributeName("legend-size")]
    public override TextSize LabelSize { get; set; }

    /// <summary>Without a model: the parts are named <c>prefix[day]</c> and so on.</summary>
    public string? NamePrefix { get; set; }

    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    /// <summary>Without a model: the parts that are wrong, such as "day year"; all of them when there is an error and this is not set.</summary>
    public string? ErrorParts { get; set; }

    /// <summary>The date of birth of the person who fills in the form: browsers then offer it.</summary>
    public bool Birthday { get; set; }

    private protected override IReadOnlyList<string> PartsWithErrors => DateParts.Names;

    private protected override string FirstControl(string id) => $"{id}-day";

    private protected override IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner)
    {
        var bound = Binding();
        var parts = DateParts.Names.Select(part => new Part(part, field.Id, PartName(bound, part), PartValue(bound, part))).ToList();
        var wrong = WrongParts(bound, field);
        foreach (var part in parts)
        {
            bound?.RegisterPart(part.Name, part.Id);
        }

        var boxes = new Element("div").Class("nhsuk-date-input").With("id", field.Id.Length == 0 ? null : field.Id).With(attributes)
            .Add(slots.BeforeInput)
            .Add([.. parts.Select(part => part.Draw(field.Disabled, wrong.Contains(part.Name), Birthday))])
            .Add(slots.AfterInput);
        return field.Fieldset(boxes, role: "group", invalid: wrong.Count > 0);
    }

    private HashSet<string> WrongParts(FieldBinding? bound, Field field)
    {
        IEnumerable<string> marked = bound is null
            ? (ErrorParts ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..])
            : DateParts.Names.Where(bound.PartHasError);
        var wrong = marked.ToHashSet(StringComparer.Ordinal);
        return wrong.Count == 0 && field.Error is not null ? [.. DateParts.Names] : wrong;
    }

    private string PartName(FieldBinding? bound, string part)
    {
        if (bound is not null)
        {
            return $"{bound.Name}.{part}";
        }

        var name = part.ToLowerInvariant();
        return NamePrefix is null ? name : $"{NamePrefix}[{name}]";
    }

    private string? PartValue(FieldBinding? bound, string part)
    {
        var given = part switch { DateParts.Day => Day, DateParts.Month => Month, _ => Year };
        return given ?? bound?.AttemptedPart(part) ?? (bound?.Model is DateOnly date ? DateParts.Text(date, part) : null);
    }

    private sealed record Part(string Name, string GroupId, string FieldName, string? Value)
    {
        public string Id => $"{GroupId}-{Name.ToLowerInvariant()}";

        public Element Draw(bool disabled, bool wrong, bool birthday)
        {
            var input = new TextInput(Id, FieldName)
            {
                Value = Value,
                Width = Name == DateParts.Year ? 4 : 2,
                Disabled = disabled,
                Invalid = wrong,
            };
            var box = input.Draw().Class("nhsuk-date-input__input").With("inputmode", "numeric")
                .With("autocomplete", birthday ? $"bday-{Name.ToLower(CultureInfo.InvariantCulture)}" : null);
            var group = new Element("div").Class("nhsuk-form-group").Class("nhsuk-form-group--error", wrong)
                .Add(Wording.Of(Name)!.AsLabel(Id, "nhsuk-date-input__label"), box);
            return new Element("div").Class("nhsuk-date-input__item").Add(group);
        }
    }
}
