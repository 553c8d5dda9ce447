using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Access;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Admin.Accounts.Terms;

/// <summary>Role, approver's right and dates of an account, and why they change.</summary>
public sealed class TermsForm
{
    public uint Version { get; set; }

    [Display(Name = "role")] public Role? Role { get; set; }

    [Display(Name = "approves accounts")] public bool IsApprover { get; set; }

    [Display(Name = "the first day of the account")] public DateOnly? StartsOn { get; set; }

    [Display(Name = "the last day of the account")] public DateOnly? LastDay { get; set; }

    public string? Reason { get; set; }
}

internal sealed class TermsFormRules : AbstractValidator<TermsForm>
{
    private const int MaxReason = 500;

    public TermsFormRules()
    {
        RuleFor(f => f.Role).NotNull().WithMessage("Choose a role");
        RuleFor(f => f.StartsOn).NotNull().WithMessage("Enter the first day of the account");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why: it stands in the log")
            .MaximumLength(MaxReason).WithMessage($"The reason must be {MaxReason} characters or fewer");
    }
}
