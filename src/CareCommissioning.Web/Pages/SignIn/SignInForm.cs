using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Accounts;
using FluentValidation;

namespace CareCommissioning.Web.Pages.SignIn;

/// <summary>Address and password.</summary>
public sealed class SignInForm
{
    [Display(Name = "e-mail address")] public string? Email { get; set; }

    public string? Password { get; set; }
}

internal sealed class SignInFormRules : AbstractValidator<SignInForm>
{
    private const int LongestPassword = 1000;

    public SignInFormRules()
    {
        RuleFor(f => f.Email).NotEmpty().WithMessage("Enter your e-mail address")
            .MaximumLength(Account.MaxEmailLength).WithMessage($"The e-mail address must be {Account.MaxEmailLength} characters or fewer");
        RuleFor(f => f.Password).NotEmpty().WithMessage("Enter your password")
            .MaximumLength(LongestPassword).WithMessage("The password is longer than any password can be");
    }
}
