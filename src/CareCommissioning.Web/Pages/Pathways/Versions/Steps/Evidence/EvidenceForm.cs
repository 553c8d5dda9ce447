using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Evidence;

/// <summary>One piece of evidence (S0-039).</summary>
public sealed class EvidenceForm
{
    [Display(Name = "citation")] public string? Citation { get; set; }

    [Display(Name = "type")] public EvidenceType? Type { get; set; }

    [Display(Name = "strength")] public EvidenceStrength? Strength { get; set; }

    [Display(Name = "the date it is looked at again")] public DateOnly? ReviewOn { get; set; }

    [Display(Name = "link")] public string? Link { get; set; }

    [Display(Name = "summary"), DataType(DataType.MultilineText)] public string? Summary { get; set; }
}

internal sealed class EvidenceFormRules : AbstractValidator<EvidenceForm>
{
    public EvidenceFormRules()
    {
        RuleFor(f => f.Citation).NotEmpty().WithMessage("Enter the citation, so that others can find it")
            .MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The citation must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.Type).NotNull().WithMessage("Choose what kind of evidence it is").IsInEnum().WithMessage("Choose what kind of evidence it is");
        RuleFor(f => f.Strength).NotNull().WithMessage("Choose how strong it is").IsInEnum().WithMessage("Choose how strong it is");
        RuleFor(f => f.ReviewOn).NotNull().WithMessage("Enter the date it is looked at again");
        RuleFor(f => f.Link).Must(link => string.IsNullOrWhiteSpace(link) || (Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            .WithMessage("Enter a whole address, beginning with https://")
            .MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The link must be {PathwayMap.MaxTextLength} characters or fewer");
        RuleFor(f => f.Summary).MaximumLength(PathwayMap.MaxTextLength).WithMessage($"The summary must be {PathwayMap.MaxTextLength} characters or fewer");
    }
}
