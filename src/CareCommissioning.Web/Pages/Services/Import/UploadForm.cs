using System.ComponentModel.DataAnnotations;
using CareCommissioning.Persistence.Imports;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Services.Import;

/// <summary>A care directory to be looked at.</summary>
public sealed class UploadForm
{
    [Display(Name = "file")] public IFormFile? File { get; set; }
}

internal sealed class UploadFormRules : AbstractValidator<UploadForm>
{
    public UploadFormRules() =>
        RuleFor(f => f.File).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Choose a file")
            .Must(file => file!.Length <= CheckedUpload.MaxBytes).WithMessage("The file is larger than 10 MB. Split it into several files");
}
