using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Web.Components.Validation;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Comments.Thread;

/// <summary>An answer, and what became of it.</summary>
public sealed class AnswerForm
{
    public uint Version { get; set; }

    public Disposition? Disposition { get; set; }

    [Display(Name = "answer"), DataType(DataType.MultilineText)] public string? Text { get; set; }
}

internal sealed class AnswerFormRules : AbstractValidator<AnswerForm>
{
    public AnswerFormRules()
    {
        RuleFor(f => f.Disposition).NotNull().WithMessage("Choose what becomes of it").IsInEnum().WithMessage("Choose what becomes of it");
        RuleFor(f => f.Text).NamesNobody();
        RuleFor(f => f.Text).NotEmpty().WithMessage("Enter the answer")
            .MaximumLength(Discussion.MaxTextLength).WithMessage($"The answer must be {Discussion.MaxTextLength} characters or fewer");
    }
}

/// <summary>Another question on the same.</summary>
public sealed class AgainForm
{
    [Display(Name = "question"), DataType(DataType.MultilineText)] public string? Text { get; set; }
}

internal sealed class AgainFormRules : AbstractValidator<AgainForm>
{
    public AgainFormRules()
    {
        RuleFor(f => f.Text).NamesNobody();
        RuleFor(f => f.Text).NotEmpty().WithMessage("Enter what is still open")
            .MaximumLength(Discussion.MaxTextLength).WithMessage($"It must be {Discussion.MaxTextLength} characters or fewer");
    }
}
