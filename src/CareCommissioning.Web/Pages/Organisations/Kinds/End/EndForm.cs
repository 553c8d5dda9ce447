using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Organisations.Kinds.End;

/// <summary>When a kind ends and which takes over.</summary>
public sealed class EndForm
{
    public uint Version { get; set; }

    [Display(Name = "the last day of this kind")] public DateOnly? LastDay { get; set; }

    [Display(Name = "the kind that follows")] public string? Successor { get; set; }
}

internal sealed class EndFormRules : AbstractValidator<EndForm>
{
    public EndFormRules() => RuleFor(f => f.LastDay).NotNull().WithMessage("Enter the last day of this kind");
}
