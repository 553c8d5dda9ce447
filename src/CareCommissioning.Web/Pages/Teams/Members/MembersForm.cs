using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Accounts;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareCommissioning.Web.Pages.Teams.Members;

/// <summary>Who manages the team.</summary>
public sealed class ManagerForm
{
    public uint Version { get; set; }

    [Display(Name = "manager")] public Guid? Manager { get; set; }
}

/// <summary>A colleague to add, by name, and, where several fit, the one that was meant.</summary>
public sealed class AddForm
{
    [Display(Name = "name")] public string? Typed { get; set; }

    public Guid? Id { get; set; }

    /// <summary>Who fits the words typed.</summary>
    [BindNever]
    public IReadOnlyList<MemberView> Matches { get; set; } = [];
}

internal sealed class AddFormRules : AbstractValidator<AddForm>
{
    public AddFormRules() =>
        RuleFor(f => f.Typed).MaximumLength(Account.MaxNameLength).WithMessage($"Enter no more than {Account.MaxNameLength} characters");
}
