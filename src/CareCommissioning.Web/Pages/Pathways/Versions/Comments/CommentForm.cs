using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Web.Components.Validation;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Comments;

/// <summary>What somebody says about a version, or about a part of it.</summary>
public sealed class CommentForm
{
    /// <summary>The element it is about; null for the whole.</summary>
    public Guid? Part { get; set; }

    public DiscussionKind? Kind { get; set; }

    [Display(Name = "comment"), DataType(DataType.MultilineText)] public string? Text { get; set; }

    public bool IsUrgent { get; set; }
}

internal sealed class CommentFormRules : AbstractValidator<CommentForm>
{
    public CommentFormRules()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("Choose what it is").IsInEnum().WithMessage("Choose what it is");
        RuleFor(f => f.Text).NamesNobody();
        RuleFor(f => f.Text).NotEmpty().WithMessage("Enter what you want to say")
            .MaximumLength(Discussion.MaxTextLength).WithMessage($"It must be {Discussion.MaxTextLength} characters or fewer");
    }
}
