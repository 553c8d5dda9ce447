using CareCommissioning.Domain.Pathways;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.New;

/// <summary>From which version a new one starts, and what it shows.</summary>
public sealed class NewForm
{
    public int? From { get; set; }

    public Outlook? Outlook { get; set; }
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.From).NotNull().WithMessage("Choose the version to start from");
        RuleFor(f => f.Outlook).NotNull().WithMessage("Choose what the new version shows").IsInEnum().WithMessage("Choose what the new version shows");
    }
}
