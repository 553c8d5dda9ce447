using FluentValidation;

namespace CareCommissioning.Web.Pages.MyAccount.Password;

/// <summary>The password of now, and the new one.</summary>
public sealed class PasswordForm
{
    public string? CurrentPassword { get; set; }

    public string? NewPassword { get; set; }
}

internal sealed class PasswordFormRules : AbstractValidator<PasswordForm>
{
    public PasswordFormRules()
    {
        RuleFor(f => f.CurrentPassword).NotEmpty().WithMessage("Enter the password you have now");
        RuleFor(f => f.NewPassword).NotEmpty().WithMessage("Enter a new password");
    }
}
