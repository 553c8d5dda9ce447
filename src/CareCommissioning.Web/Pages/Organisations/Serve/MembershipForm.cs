using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>A partnership, and the day from which an organisation serves it, or no longer does.</summary>
public sealed class MembershipForm
{
    [Display(Name = "partnership")] public Guid? Partnership { get; set; }

    [Display(Name = "the day")] public DateOnly? On { get; set; }

    /// <summary>Decides about the partnership chosen, and saves.</summary>
    /// <param name="among">Partnerships that may be chosen.</param>
    /// <returns>False when something is wrong: <paramref name="state"/> has the messages beside the fields.</returns>
    public async Task<bool> DecideAsync(
        CareDbContext db, Memberships them, IReadOnlyList<SelectListItem> among, Func<Organisation, Guid, DateOnly, Outcome> decide, ModelStateDictionary state, CancellationToken cancel)
    {
        if (Partnership is { } chosen && !among.Any(p => p.Value == chosen.ToString()))
        {
            state.AddModelError("Form.Partnership", "Choose the partnership");
        }

        if (state.IsValid && await them.DecideAsync(db, it => decide(it, Partnership!.Value, On!.Value), cancel) is { } wrong)
        {
            state.AddModelError("Form.On", wrong);
        }

        return state.IsValid;
    }
}

internal sealed class MembershipFormRules : AbstractValidator<MembershipForm>
{
    public MembershipFormRules()
    {
        RuleFor(f => f.Partnership).NotNull().WithMessage("Choose the partnership");
        RuleFor(f => f.On).NotNull().WithMessage("Enter the day");
    }
}
