using System.Text.Json;
using CareCommissioning.Web.Components;
using CareCommissioning.Web.Components.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>How the options of the kit's form macros are written with our helpers.</summary>
internal static class FormFixtures
{
    public static DrivenTag? Label(JsonElement o) => Wording("nhs-label", o);

    public static DrivenTag? Legend(JsonElement o) => Wording("nhs-legend", o);

    public static DrivenTag Hint(JsonElement o, string? id = null) =>
        new DrivenTag("nhs-hint", new HintTagHelper { Id = o.Text("id") ?? id, Class = o.Text("classes") }).Around(o.Content());

    public static DrivenTag ErrorMessage(JsonElement o) => new DrivenTag("nhs-error-message", new ErrorMessageTagHelper
    {
        HiddenPrefix = o.Off("visuallyHiddenText") ? "" : o.Text("visuallyHiddenText") ?? "Error",
        Class = o.Text("classes"),
    }).Around(o.Content());

    public static DrivenTag ErrorSummary(JsonElement o) => new DrivenTag("nhs-error-summary", new ErrorSummaryTagHelper
    {
        Heading = o.Words("heading") as string ?? "There is a problem",
        DisableAutoFocus = o.Maybe("disableAutoFocus"),
    }).With(o).Around(
        o.Words("heading") is Html heading ? new DrivenTag("nhs-label", new LabelTagHelper()).Around(heading) : null,
        o.Words("description") ?? o.Content()).Around(o.List("errorList").Select(item =>
            new DrivenTag("nhs-error-item", new ErrorItemTagHelper { Href = item.Text("href") }).With(item).Around(item.Content())));

    public static DrivenTag Fieldset(JsonElement o) => new DrivenTag("nhs-fieldset", new FieldsetTagHelper { DescribedBy = o.Text("describedBy") })
        .With(o).Around(o.At("legend") is { } legend ? Legend(legend) : null, o.Content());

    public static DrivenTag Input(JsonElement o) => Field("nhs-input", o, new InputTagHelper
    {
        Type = o.Text("type") ?? "text",
        Width = o.Number("width"),
        Code = o.On("code"),
    }).With("autocomplete", o.Text("autocomplete"))
        .With("inputmode", o.Text("inputmode")).With("placeholder", o.Text("placeholder"))
        .With("spellcheck", o.Maybe("spellcheck")?.ToString().ToLowerInvariant());

    public static DrivenTag PasswordInput(JsonElement o) =>
        Field("nhs-password-input", o, new PasswordInputTagHelper { Width = o.Number("width"), Code = o.On("code") }).With("autocomplete", o.Text("autocomplete"));

    public static DrivenTag Textarea(JsonElement o) => Field("nhs-textarea", o, new TextareaTagHelper
    {
        Rows = o.Number("rows") ?? 5,
        MaxLength = o.Number("maxlength"),
        MaxWords = o.Number("maxwords"),
        Threshold = o.Number("threshold"),
    }).With("autocomplete", o.Text("autocomplete"));

    public static DrivenTag Select(JsonElement o) => Field("nhs-select", o, new SelectTagHelper
    {
        Items = o.List("items").Select(item => new SelectListItem(item.Text("text"), item.Text("value"), item.On("selected"), item.On("disabled"))),
    });

    public static DrivenTag FileUpload(JsonElement o) => Field("nhs-file-upload", o, new FileUploadTagHelper { Multiple = o.On("multiple") });

    public static DrivenTag DateInput(JsonElement o) => Field("nhs-date-input", o, new DateInputTagHelper
    {
        NamePrefix = o.Text("namePrefix"),
        Day = Part(o, "day").Text("value") ?? o.Text("values.day"),
        Month = Part(o, "month").Text("value") ?? o.Text("values.month"),
        Year = Part(o, "year").Text("value") ?? o.Text("values.year"),
        Birthday = Part(o, "day").Text("autocomplete") == "bday-day",
        ErrorParts = string.Join(' ', new[] { "day", "month", "year" }.Where(part => o.Text("errorMessage") == "true" || Part(o, part).On("error"))),
    });

    public static DrivenTag Radios(JsonElement o) => Choices("nhs-radios", "nhs-radio", o);

    public static DrivenTag Checkboxes(JsonElement o) => Choices("nhs-checkboxes", "nhs-checkbox", o);

    private static JsonElement Part(JsonElement o, string name) =>
        o.At(name) ?? o.List("items").FirstOrDefault(item => item.Text("name") == name);

    private static DrivenTag Choices(string group, string item, JsonElement o)
    {
        var field = Field(group, o, new ChoiceFieldTagHelper
        {
            Small = o.On("small"),
            Inline = o.On("inline"),
            Values = o.At("values") is null ? null : [.. o.List("values").Select(value => value.GetString()!)],
        });
        return field.Around(o.List("items").Select(choice => choice.On("divider")
            ? new DrivenTag("nhs-divider", new DividerTagHelper { Inclusive = choice.Text("behaviour") == "inclusive" }).Around(choice.Text("divider"))
            : Choice(item, choice)));
    }

    private static DrivenTag Choice(string name, JsonElement o) => new DrivenTag(name, new ChoiceTagHelper
    {
        Value = o.Text("value") ?? "",
        Label = o.Text("text"),
        Id = o.Text("id"),
        Name = o.Text("name"),
        Checked = o.Maybe("checked"),
        Disabled = o.Maybe("disabled"),
        Exclusive = o.On("exclusive") || o.Text("behaviour") == "exclusive",
        Inclusive = o.Text("behaviour") == "inclusive",
        BehaviourGroup = o.Text("exclusiveGroup") ?? o.Text("behaviourGroup"),
    }).With(o).Around(
        o.Words("hint") is { } hint ? new DrivenTag("nhs-hint", new HintTagHelper()).Around(hint) : null,
        o.Text("conditional.html") is { } conditional ? new Html(conditional) : null);

    private static DrivenTag Field(string name, JsonElement o, FieldTagHelper helper)
    {
        helper.Name = o.Text("name");
        helper.Id = o.Text("idPrefix") ?? o.Text("id");
        helper.Value = o.Text("value");
        helper.Disabled = o.On("disabled");
        helper.DescribedBy = o.Text("describedBy");
        helper.GroupClass = o.Text("formGroup.classes");
        helper.Hint = o.Words("hint") as string;
        helper.Error = o.Words("errorMessage") as string;
        var label = o.At("fieldset.legend") is { } legend ? Legend(legend) : o.At("label") is { } words ? Label(words) : null;
        return new DrivenTag(name, helper).With(o).Around(
            label,
            o.Words("hint") is Html hint ? new DrivenTag("nhs-hint", new HintTagHelper()).Around(hint) : null,
            Beside("nhs-prefix", o.Words("prefix")),
            Beside("nhs-suffix", o.Words("suffix")),
            Beside("nhs-after-input", o.Words("formGroup.afterInput")));
    }

    private static DrivenTag? Beside(string name, object? content) => content is null ? null : new DrivenTag(name, new BesideInputTagHelper()).Around(content);

    private static DrivenTag? Wording(string name, JsonElement o)
    {
        if (o.ValueKind == JsonValueKind.String)
        {
            return new DrivenTag(name, new LabelTagHelper()).Around(o.GetString());
        }

        var content = o.Text("html") is { } html ? new Html(html) : o.Words("heading") ?? o.Content();
        if (content is null)
        {
            return null;
        }

        var heading = (o.On("isPageHeading") || o.On("heading")) && !o.Off("isPageHeading");
        var caption = o.Words("heading.caption") is null ? "caption" : "heading.caption";
        return new DrivenTag(name, new LabelTagHelper
        {
            For = o.Text("for"),
            Id = o.Text("id"),
            Class = o.Text("classes"),
            Size = o.Enum("heading.size", o.Enum("size", TextSize.Default)),
            PageHeading = heading,
            HeadingLevel = o.Number("heading.level") ?? 1,
            HiddenText = o.Text("visuallyHiddenText"),
            Caption = o.Words(caption) as string,
            CaptionPlacement = o.Enum($"{caption}.placement", CaptionPlacement.Start),
            CaptionSize = o.Enum($"{caption}.size", TextSize.Default),
        }).Around(content);
    }
}
