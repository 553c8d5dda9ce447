using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Persistence.Imports;

/// <summary>Compares what a file tells with what is here, location by location.</summary>
internal sealed class DirectoryPlanning(KnownMarket market, DirectorySieve sifted, DateTimeOffset now, DateOnly today)
{
    private const string KindAssumed = "Providers taken as private, or as the council’s by their name, because the file does not tell companies from charities";
    private const string TypeAssumed = "Services whose type is only likely, because the file does not tell it: check each before people are placed there";
    private const string PlacesUnknown = "Places where people live whose number of beds the file does not tell: it stays unknown until somebody writes it down";
    private const string OpeningAssumed = "Services written down as opened on 1 October 2010, when registration began, or with their provider, because the file does not tell the day";
    private const string Dormant = "Services closed from today, because they are registered and give no care (dormant)";
    private const string StaysClosed = "Services that are closed here and stay so, though the file tells of them as open";

    private readonly List<Organisation> _newProviders = [];
    private readonly List<Service> _newServices = [];
    private readonly List<ServiceChange> _changes = [];
    private readonly List<RowFault> _faults = [.. sifted.Faults];
    private readonly Dictionary<string, int> _assumed = new(StringComparer.Ordinal);
    private int _unchanged;

    public DirectoryPlan Plan(Guid partnershipId)
    {
        foreach (var ofOne in sifted.Entries.GroupBy(e => e.ProviderCode, StringComparer.Ordinal))
        {
            var provider = market.Providers.GetValueOrDefault(ofOne.Key) ?? RegisterProvider(partnershipId, [.. ofOne]);
            foreach (var entry in ofOne)
            {
                PlanService(partnershipId, entry, provider);
            }
        }

        // A provider none of whose locations can be brought in is not brought in either.
        var needed = _newServices.Select(s => s.ProviderId).ToHashSet();
        return new DirectoryPlan
        {
            NewProviders = [.. _newProviders.Where(p => needed.Contains(p.Id))],
            NewServices = _newServices,
            Changes = _changes,
            Unchanged = _unchanged,
            LeftOut = sifted.LeftOut,
            Faults = [.. _faults.OrderBy(f => f.Row)],
            Assumptions = [.. _assumed.Select(a => $"{a.Key}: {a.Value:N0}")],
            Ratings = [.. sifted.Entries.GroupBy(e => e.Rating).OrderBy(g => g.Key ?? (RegulatorRating)int.MaxValue).Select(g => (g.Key, g.Count()))],
        };
    }

    private KnownProvider? RegisterProvider(Guid partnershipId, IReadOnlyList<DirectoryEntry> ofOne)
    {
        var first = ofOne[0];

        // No service is older than its provider.
        var opened = ofOne.SelectMany(e => new[] { e.ProviderOpenedOn ?? CareDirectory.RegistrationBegan, e.OpenedOn ?? DateOnly.MaxValue }).Min();
        if (market.Kinds.FirstOrDefault(k => k.Sector == first.ProviderSector.Value && k.Existed.Contains(opened)) is not { } kind)
        {
            return RefuseAll(ofOne, new Refusal("no-such-kind", $"There is no kind of {first.ProviderSector.Value.ToString().ToLowerInvariant()} provider on {opened:d MMMM yyyy}"));
        }

        var made = Organisation.Register(Guid.CreateVersion7(now), partnershipId, kind, first.ProviderName, first.ProviderCode, opened);
        if (made.Value is not { } provider)
        {
            return RefuseAll(ofOne, made.Refusal!);
        }

        _newProviders.Add(provider);
        Assume(first.ProviderSector.IsAssumed, KindAssumed);
        return new KnownProvider(provider.Id, first.ProviderCode, provider.Name, provider.OpenedOn, IsProvider: true);
    }

    private KnownProvider? RefuseAll(IReadOnlyList<DirectoryEntry> ofOne, Refusal refusal)
    {
        foreach (var entry in ofOne)
        {
            Refuse(entry, refusal.Message);
        }

        return null;
    }

    private void PlanService(Guid partnershipId, DirectoryEntry entry, KnownProvider? provider)
    {
        if (provider is null)
        {
            return;
        }

        if (!provider.IsProvider)
        {
            Refuse(entry, $"{provider.Name} has the provider’s number {entry.ProviderCode} here and is no provider");
        }
        else if (market.Services.GetValueOrDefault(entry.LocationCode) is not { } known)
        {
            PlanNew(partnershipId, entry, provider);
        }
        else if (known.ProviderId != provider.Id)
        {
            Refuse(entry, "This location is here already, with another provider. Close it there, and take its location code away, before it is brought in anew");
        }
        else
        {
            PlanChange(entry, known);
        }
    }

    private void PlanNew(Guid partnershipId, DirectoryEntry entry, KnownProvider provider)
    {
        var opened = entry.OpenedOn ?? (provider.OpenedOn > CareDirectory.RegistrationBegan ? provider.OpenedOn : CareDirectory.RegistrationBegan);
        var description = new ServiceDescription(entry.Name, entry.Type!.Value.Value, entry.Places ?? 0, null, entry.Postcode, entry.LocationCode);
        var made = Service.Register(Guid.CreateVersion7(now), partnershipId, provider.Id, provider.OpenedOn, description, opened);
        if (made.Value is not { } service || !CloseWhereTold(entry, service))
        {
            Refuse(entry, made.Refusal?.Message);
            return;
        }

        _newServices.Add(service);
        Assume(entry.OpenedOn is null, OpeningAssumed);
        Assume(entry.Type.Value.IsAssumed, TypeAssumed);
        Assume(entry.Places is null && service.Type.IsResidential(), PlacesUnknown);
    }

    private void PlanChange(DirectoryEntry entry, Service it)
    {
        // What the file does not say, or what is only likely, never overwrites what people wrote.
        var type = entry.Type is { IsAssumed: false } told ? told.Value : it.Type;
        var (places, postcode) = (entry.Places ?? it.Places, entry.Postcode ?? it.Postcode);
        var wasOpen = it.ClosedOn is null;
        List<string> what =
        [
            .. Difference("name", it.Name, entry.Name),
            .. Difference("type", it.Type, type),
            .. Difference("places", it.Places, places),
            .. Difference("postcode", it.Postcode ?? "none", postcode ?? "none"),
        ];
        it.Describe(new ServiceDescription(entry.Name, type, places, it.LocalityId, postcode, it.LocationCode));
        if (wasOpen && !CloseWhereTold(entry, it))
        {
            Refuse(entry, null);
            return;
        }

        Assume(!wasOpen && entry is { ClosedOn: null, IsDormant: false }, StaysClosed);
        what.AddRange(wasOpen && it.ClosedOn is { } closed ? [$"closed from {closed:d MMMM yyyy}"] : []);
        if (what.Count > 0)
        {
            _changes.Add(new ServiceChange(entry.Row, it, what));
        }
        else
        {
            _unchanged++;
        }
    }

    private static IEnumerable<string> Difference<T>(string what, T here, T told)
        where T : notnull => here.Equals(told) ? [] : [$"{what}: {here} becomes {told}"];

    /// <returns>False where the day told is refused, which is then told as the row's fault.</returns>
    private bool CloseWhereTold(DirectoryEntry entry, Service service)
    {
        if ((entry.ClosedOn ?? (entry.IsDormant ? today : null)) is not { } on)
        {
            return true;
        }

        Assume(entry.ClosedOn is null, Dormant);
        return service.Close(on).Succeeded;
    }

    private void Assume(bool itDid, string sentence)
    {
        if (itDid)
        {
            _assumed[sentence] = _assumed.GetValueOrDefault(sentence) + 1;
        }
    }

    private void Refuse(DirectoryEntry entry, string? reason) => _faults.Add(new RowFault(entry.Row, "", entry.LocationCode, reason ?? "It closes on the day it opens or before"));
}
