using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Web.Components.Validation;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Governance.Registers.Details;

/// <summary>What an entry is tied to.</summary>
public sealed class TieForm
{
    /// <summary>One of <see cref="EntryTies.Choices"/>.</summary>
    public string? To { get; set; }
}

internal sealed class TieFormRules : AbstractValidator<TieForm>
{
    public TieFormRules() => RuleFor(f => f.To).NotEmpty().WithMessage("Choose from the list");
}

/// <summary>How an entry ends, and why.</summary>
public sealed class CloseForm
{
    public string? State { get; set; }

    [DataType(DataType.MultilineText)] public string? Decision { get; set; }
}

internal sealed class CloseFormRules : AbstractValidator<CloseForm>
{
    public CloseFormRules()
    {
        RuleFor(f => f.State).NotEmpty().WithMessage("Choose how it ends");
        RuleFor(f => f.Decision).MaximumLength(RegisterEntry.MaxTextLength).WithMessage($"The decision must be {RegisterEntry.MaxTextLength:N0} characters or fewer").NamesNobody();
    }
}

/// <summary>Why an entry is opened again.</summary>
public sealed class ReopenForm
{
    [DataType(DataType.MultilineText)] public string? Reason { get; set; }
}

internal sealed class ReopenFormRules : AbstractValidator<ReopenForm>
{
    public ReopenFormRules() => RuleFor(f => f.Reason).MaximumLength(RegisterEntry.MaxTextLength).WithMessage($"The reason must be {RegisterEntry.MaxTextLength:N0} characters or fewer").NamesNobody();
}
