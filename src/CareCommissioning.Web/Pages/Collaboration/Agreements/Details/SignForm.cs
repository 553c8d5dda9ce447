using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Collaboration;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Collaboration.Agreements.Details;

/// <summary>A position.</summary>
public sealed class SignForm
{
    public Position? Position { get; set; }

    [Display(Name = "reason"), DataType(DataType.MultilineText)] public string? Reason { get; set; }
}

internal sealed class SignFormRules : AbstractValidator<SignForm>
{
    public SignFormRules()
    {
        RuleFor(f => f.Position).NotNull().WithMessage("Choose your organisation’s position").IsInEnum().WithMessage("Choose your organisation’s position");
        RuleFor(f => f.Reason).NotEmpty().When(f => f.Position is Position.AgreeWithReservation or Position.Disagree).WithMessage(CollaborationRefusals.ReasonNeeded.Message)
            .MaximumLength(Agreement.MaxReasonLength).WithMessage($"The reason must be {Agreement.MaxReasonLength} characters or fewer");
    }
}

/// <summary>Why an agreement is withdrawn.</summary>
public sealed class WithdrawForm
{
    [Display(Name = "reason"), DataType(DataType.MultilineText)] public string? Reason { get; set; }
}

internal sealed class WithdrawFormRules : AbstractValidator<WithdrawForm>
{
    public WithdrawFormRules()
    {
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why it is withdrawn: everybody who signed will read it")
            .MaximumLength(Agreement.MaxReasonLength).WithMessage($"The reason must be {Agreement.MaxReasonLength} characters or fewer");
    }
}
