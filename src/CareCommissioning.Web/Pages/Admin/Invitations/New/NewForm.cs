using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Admin.Invitations.New;

/// <summary>Whom to invite, as what, from when until when.</summary>
public sealed class NewForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public Guid? OrganisationId { get; set; }

    public Role? Role { get; set; }

    public bool IsApprover { get; set; }

    /// <summary>Invite all the same, though an invitation to the address is open; asked only then.</summary>
    public bool Again { get; set; }

    [Display(Name = "the first day of the account")] public DateOnly? StartsOn { get; set; }

    [Display(Name = "the last day of the account")] public DateOnly? LastDay { get; set; }
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the person’s name")
            .MaximumLength(Account.MaxNameLength).WithMessage($"The name must be {Account.MaxNameLength} characters or fewer");
        RuleFor(f => f.Email).NotEmpty().WithMessage("Enter the person’s e-mail address")
            .MaximumLength(Account.MaxEmailLength).WithMessage($"The e-mail address must be {Account.MaxEmailLength} characters or fewer")
            .Must(MailWords.IsAddress).WithMessage("Enter an e-mail address such as name@example.org");
        RuleFor(f => f.OrganisationId).NotNull().WithMessage("Choose the organisation the person works for");
        RuleFor(f => f.Role).NotNull().WithMessage("Choose a role");
        RuleFor(f => f.StartsOn).NotNull().WithMessage("Enter the first day of the account");
    }
}
