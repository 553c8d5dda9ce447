using CareCommissioning.Domain.Accounts;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Invitations.Accept;

/// <summary>Name and password of somebody who accepts an invitation.</summary>
public sealed class AcceptForm
{
    public string? Name { get; set; }

    public string? NewPassword { get; set; }
}

internal sealed class AcceptFormRules : AbstractValidator<AcceptForm>
{
    public AcceptFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter your name")
            .MaximumLength(Account.MaxNameLength).WithMessage($"The name must be {Account.MaxNameLength} characters or fewer");
        RuleFor(f => f.NewPassword).NotEmpty().WithMessage("Enter a password");
    }
}
