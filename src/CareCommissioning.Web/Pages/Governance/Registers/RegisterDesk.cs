using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Pathways;
using CareCommissioning.Web.Pages.Teams;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>Opens registers and their entries, and offers what their forms choose from.</summary>
public sealed class RegisterDesk(CareDbContext db, CurrentActor current, TimeProvider clock)
{
    public RegisterKind Kind { get; private set; } = null!;

    public RegisterEntry Entry { get; private set; } = null!;

    /// <summary>Null where the open entry is of the whole partnership.</summary>
    public string? LocalityName { get; private set; }

    public string? OwnerName { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    /// <summary>Whether this person writes, changes and closes the entries of the open register.</summary>
    public bool MayKeep => Keeps(Kind.Code);

    /// <summary>Whether this person keeps a register. Asked before it is looked for, so that a refusal tells nothing of what is there.</summary>
    public bool Keeps(string kind) => current.Actor.May(RegisterKinds.Find(kind)?.Keep ?? Permission.KeepRegisters);

    /// <returns>False where there is no such register.</returns>
    public bool Open(string kind)
    {
        if (RegisterKinds.Find(kind) is not { } found)
        {
            return false;
        }

        Kind = found;
        return true;
    }

    /// <summary>Opens an entry to be read and, where it may be, changed.</summary>
    public async Task<bool> FindAsync(string kind, Guid id, CancellationToken cancel)
    {
        if (!Open(kind) || await db.RegisterEntries.SingleOrDefaultAsync(e => e.Id == id && e.KindCode == kind, cancel) is not { } found)
        {
            return false;
        }

        Entry = found;
        LocalityName = await db.Localities.Where(l => l.Id == found.LocalityId).Select(l => l.Name).SingleOrDefaultAsync(cancel);
        OwnerName = await db.Accounts.Where(a => a.Id == found.OwnerId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancel);
        return true;
    }

    /// <summary>Offers localities and owners, and holds against the kind what was typed.</summary>
    /// <param name="isSent">False while the form is only shown.</param>
    public async Task OfferAsync(EntryForm form, ModelStateDictionary state, bool isSent, CancellationToken cancel)
    {
        form.Fit(Kind);
        form.Localities = await TeamForm.LocalitiesAsync(db, cancel);
        form.Owners = await db.PeopleWhoMayAsync(Kind.Keep, cancel);
        if (!isSent)
        {
            return;
        }

        MapDesk.Hold(state, form.Localities, ("Form.Locality", form.Locality));
        MapDesk.Hold(state, form.Owners, ("Form.Owner", form.Owner == Entry?.OwnerId ? null : form.Owner));
        if (form.Category is { } category && category != Entry?.Category && !Kind.Categories.Contains(category))
        {
            state.TryAddModelError("Form.Category", "Choose from the list");
        }

        if (form.FoundOn > Today)
        {
            state.TryAddModelError("Form.FoundOn", GovernanceRefusals.FoundLater.Message);
        }

        foreach (var (at, field) in Kind.Fields.Index().Where(pair => pair.Item.IsRequired))
        {
            var key = $"Form.Answers[{at}].{field.Type}";
            if (form.Answers[at].Of(field.Type) is null && state.GetFieldValidationState(key) != ModelValidationState.Invalid)
            {
                state.TryAddModelError(key, $"Enter {char.ToLowerInvariant(field.Label[0])}{field.Label[1..]}");
            }
        }
    }
}
