using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers.New;

/// <summary>Writes down an entry of a register (S0-001, S3-001).</summary>
[Requires(Permission.ViewRegisters)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, RegisterDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public EntryForm Form { get; set; } = new();

    public RegisterDesk Desk { get; } = desk;

    /// <param name="from">A statement that nobody offers: the gap begins with its words.</param>
    public async Task<IActionResult> OnGetAsync(string kind, Guid? from, CancellationToken cancel)
    {
        if (Refused(kind) is { } refused)
        {
            return refused;
        }

        Form.FoundOn = Desk.Today;
        Form.Owner = current.Actor.AccountId;
        if (await db.RegisterEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == from && e.KindCode == RegisterKinds.WhatHelps.Code, cancel) is { } statement)
        {
            Form.Title = statement.Title;
            Form.Answers = [new FieldAnswer { Text = $"People who use services find it effective, and nobody offers it. {statement.Values.GetValueOrDefault("source")}".Trim() }];
        }

        await Desk.OfferAsync(Form, ModelState, isSent: false, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken cancel)
    {
        if (Refused(kind) is { } refused)
        {
            return refused;
        }

        await Desk.OfferAsync(Form, ModelState, isSent: true, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var entry = new RegisterEntry(Guid.CreateVersion7(clock.GetUtcNow()), current.Actor.PartnershipId!.Value, Desk.Kind, Form.ToDescription());
        db.RegisterEntries.Add(entry);
        await db.SaveChangesAsync(cancel);
        return this.Done($"The {Desk.Kind.Entry} is written down", RegisterLinks.Entry(kind, entry.Id));
    }

    private IActionResult? Refused(string kind)
    {
        if (!Desk.Keeps(kind))
        {
            return Forbid();
        }

        return Desk.Open(kind) ? null : NotFound();
    }
}
