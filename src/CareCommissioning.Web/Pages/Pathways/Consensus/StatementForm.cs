using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Pages.Collaboration;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Consensus;

/// <summary>A statement on best practice, and who is asked about it (S0-056).</summary>
public sealed class StatementForm
{
    [Display(Name = "statement"), DataType(DataType.MultilineText)] public string? Statement { get; set; }

    [Display(Name = "evidence"), DataType(DataType.MultilineText)] public string? Evidence { get; set; }

    public PartiesForm Parties { get; set; } = new();
}

internal sealed class StatementFormRules : AbstractValidator<StatementForm>
{
    public StatementFormRules()
    {
        RuleFor(f => f.Statement).NotEmpty().WithMessage("Enter what is held to be best practice")
            .MaximumLength(ConsensusStatement.MaxTextLength).WithMessage($"The statement must be {ConsensusStatement.MaxTextLength} characters or fewer");
        RuleFor(f => f.Evidence).MaximumLength(ConsensusStatement.MaxEvidenceLength).WithMessage($"The evidence must be {ConsensusStatement.MaxEvidenceLength} characters or fewer");
        RuleFor(f => f.Parties).SetValidator(new PartiesFormRules());
    }
}
