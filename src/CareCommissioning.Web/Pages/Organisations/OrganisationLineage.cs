using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>One organisation in a line of successors.</summary>
/// <param name="Step">Below 0 for one that came before, 0 for the one asked about, above 0 for one that came after.</param>
public sealed record LineageStep(int Step, Guid Id, string Name, string Kind, DateOnly OpenedOn, DateOnly? ClosedOn);

/// <summary>From primary care trust to clinical commissioning group to integrated care board: who came before an organisation and who after (rules E1).</summary>
public static class OrganisationLineage
{
    /// <summary>The line, oldest first, of what the actor may see; the organisation alone when it succeeded nobody and nobody it.</summary>
    public static async Task<IReadOnlyList<LineageStep>> OfAsync(CareDbContext db, Guid id, CancellationToken cancel) =>
        await db.Database.SqlQuery<LineageStep>($"""
            with recursive
              after(step, id, successor_id) as (
                select 0, o.id, o.successor_id from care.organisations o where o.id = {id}
                union all
                select a.step + 1, o.id, o.successor_id from after a join care.organisations o on o.id = a.successor_id where a.step < 20),
              before(step, id) as (
                select -1, o.id from care.organisations o where o.successor_id = {id}
                union all
                select b.step - 1, o.id from before b join care.organisations o on o.successor_id = b.id where b.step > -20)
            select s.step as "Step", o.id as "Id", o.name as "Name", k.name as "Kind", o.opened_on as "OpenedOn", o.closed_on as "ClosedOn"
            from (select step, id from after union all select step, id from before) s
            join care.organisations o on o.id = s.id
            join care.organisation_kinds k on k.code = o.kind_code
            order by s.step, o.name
            limit 100
            """).ToListAsync(cancel);
}
