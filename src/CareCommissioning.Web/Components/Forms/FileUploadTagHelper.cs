using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>A file from the person's machine: <c>&lt;nhs-file-upload asp-for="Form.File" label="Spreadsheet" accept=".xlsx" /&gt;</c>. The form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("nhs-file-upload")]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    public bool Multiple { get; set; }

    private protected override IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner)
    {
        var input = new Element("input").Class("nhsuk-file-upload__input")
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", "file")
            .Flag("disabled", field.Disabled)
            .Flag("multiple", Multiple)
            .With("aria-describedby", field.Description)
            .With(attributes);
        return field.Group(Fragment.Join(slots.BeforeInput, input, slots.AfterInput))
            .Class("nhsuk-file-upload").With("data-module", "nhsuk-file-upload");
    }
}
