using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Who;

/// <summary>Who answers for a step, who does it, who is asked and who is told. Exactly one organisation answers (S2-041).</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public WhoForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Open services of the organisations that answer for the step or do its work.</summary>
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public Step It => (Step)Desk.It!;

    /// <summary>Those named so far, with their part.</summary>
    public IEnumerable<(Part Part, Guid Organisation, string Name)> Named =>
        from named in (IEnumerable<(Part Part, Guid Id)>)
            [
                .. It.Accountable is { } accountable ? [(Part.Accountable, accountable)] : Array.Empty<(Part, Guid)>(),
                .. It.Responsible.Select(id => (Part.Responsible, id)),
                .. It.Consulted.Select(id => (Part.Consulted, id)),
                .. It.Informed.Select(id => (Part.Informed, id)),
            ]
        select (named.Part, named.Id, Names.GetValueOrDefault(named.Id, "An organisation that is no longer here"));

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel) || !Desk.Open.MayDraw || !Desk.Take<Step>(element))
        {
            return NotFound();
        }

        await OfferAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await FindAsync(id, n, element, cancel))
        {
            return NotFound();
        }

        if (Form.Organisation is not null && Organisations.All(o => o.Value != Form.Organisation.ToString()))
        {
            ModelState.AddModelError("Form.Organisation", "Choose an organisation from the list");
        }

        return ModelState.IsValid ? await SaveAsync(With(Without(It, Form.Organisation!.Value), Form.Part!.Value, Form.Organisation.Value), cancel) : Page();
    }

    /// <summary>Says which registered services deliver it.</summary>
    public async Task<IActionResult> OnPostServicesAsync(Guid id, int n, Guid element, List<Guid> services, CancellationToken cancel)
    {
        if (!await FindAsync(id, n, element, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        return await SaveAsync(It with { Services = [.. services.Where(service => Services.Any(offered => offered.Value == service.ToString())).Distinct()] }, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int n, Guid element, Guid organisation, CancellationToken cancel)
    {
        if (!await FindAsync(id, n, element, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        return await SaveAsync(Without(It, organisation), cancel);
    }

    private async Task<bool> FindAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel) || !Desk.Take<Step>(element))
        {
            return false;
        }

        await OfferAsync(cancel);
        return true;
    }

    private async Task OfferAsync(CancellationToken cancel)
    {
        Organisations = await Desk.OrganisationsAsync(cancel);
        Names = await Desk.NamesAsync(Desk.Open.Map, cancel);
        Services = await Desk.ServicesAsync(It, cancel);
    }

    private Task<IActionResult> SaveAsync(Step step, CancellationToken cancel) =>
        Desk.FinishAsync(this, new(Desk.Open.Map.Put(step), $"Changed who has to do with {step.Name}"), PathwayLinks.Part(Desk.Open.PathwayId, Desk.Open.Number, step.Id, "who"), "Form.Organisation", cancel);

    private static Step Without(Step step, Guid organisation) => step with
    {
        Accountable = step.Accountable == organisation ? null : step.Accountable,
        Responsible = [.. step.Responsible.Where(o => o != organisation)],
        Consulted = [.. step.Consulted.Where(o => o != organisation)],
        Informed = [.. step.Informed.Where(o => o != organisation)],
    };

    private static Step With(Step step, Part part, Guid organisation) => part switch
    {
        Part.Accountable => step with { Accountable = organisation },
        Part.Responsible => step with { Responsible = [.. step.Responsible, organisation] },
        Part.Consulted => step with { Consulted = [.. step.Consulted, organisation] },
        _ => step with { Informed = [.. step.Informed, organisation] },
    };
}
