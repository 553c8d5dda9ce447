namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>What an element's members may hold, for documents that did not come through our forms.</summary>
internal static class ElementLimits
{
    private const int MaxItems = 200;

#pragma warning disable S5332 // Links to older pages are taken as they are.
    private const string PlainWeb = "http://";
#pragma warning restore S5332

    public static IEnumerable<DocumentFault> Faults(object element, string pointer) => element switch
    {
        Stage stage => [.. Name(pointer, stage.Name), .. Items(pointer, ("byHand", stage.ByHand?.Count ?? 0), PathwayMap.MaxNodes)],
        MapNode node => [.. Name(pointer, node.Name), .. Text(pointer, ("description", node.Description)), .. OfKind(node, pointer)],
        Move move => Of(move, pointer),
        Acceptance acceptance => Text(pointer, ("finding", acceptance.Finding), ("reason", acceptance.Reason), ("by", acceptance.By)),
        _ => [],
    };

    private static IEnumerable<DocumentFault> OfKind(MapNode node, string pointer) => node switch
    {
        Entry entry => Number(pointer, ("perWeek", entry.PerWeek)),
        ChoicePoint choice => Text(pointer, ("whoDecides", choice.WhoDecides), ("criteria", choice.Criteria), ("informationGiven", choice.InformationGiven), ("exception", choice.Exception)),
        Step step => Of(step, pointer),
        _ => [],
    };

    private static IEnumerable<DocumentFault> Of(Move move, string pointer) =>
    [
        .. Share(pointer, ("share", move.Share), ("withinStandard", move.WithinStandard), ("informationTimely", move.InformationTimely)),
        .. Number(pointer, ("waitingStandardDays", move.WaitingStandardDays), ("informationWithinDays", move.InformationWithinDays), ("uptake", move.Uptake)),
        .. Text(pointer, ("criteria", move.Criteria), ("handOff", move.HandOff), ("information", move.Information)),
        .. Items(pointer, ("providers", move.Providers.Count)),
    ];

    private static IEnumerable<DocumentFault> Of(Step step, string pointer) =>
    [
        .. Number(pointer, ("capacity", step.Capacity), ("stayDays", step.StayDays), ("stayCv", step.StayCv), ("contacts", step.Contacts), ("unitCost", step.UnitCost), ("priceYear", step.PriceYear)),
        .. Share(pointer, ("diverts", step.Diverts)),
        .. Text(pointer, ("costSource", step.CostSource), ("gatekeeping", step.Gatekeeping), ("personContributes", step.PersonContributes), ("carersContribute", step.CarersContribute)),
        .. Text(pointer, ("communityContributes", step.CommunityContributes), ("patientInformation", step.PatientInformation), ("referralForm", step.ReferralForm)),
        .. Items(pointer, ("components", step.Components.Count), ("responsible", step.Responsible.Count), ("consulted", step.Consulted.Count), ("informed", step.Informed.Count)),
        .. Items(pointer, ("services", step.Services.Count), ("staff", step.Staff.Count), ("evidence", step.Evidence.Count)),
        .. step.Staff.SelectMany((role, place) => Of(role, $"{pointer}/staff/{place}")),
        .. step.Evidence.SelectMany((evidence, place) => Of(evidence, $"{pointer}/evidence/{place}")),
    ];

    private static IEnumerable<DocumentFault> Of(StaffRole role, string pointer) => [.. Text(pointer, ("role", role.Role)), .. Number(pointer, ("wte", role.Wte))];

    private static IEnumerable<DocumentFault> Of(Evidence evidence, string pointer)
    {
        foreach (var fault in Text(pointer, ("citation", evidence.Citation), ("link", evidence.Link), ("summary", evidence.Summary)))
        {
            yield return fault;
        }

        if (!IsHarmless(evidence.Link ?? ""))
        {
            yield return new($"{pointer}/link", "Is not a web address that begins with https:// or http://");
        }
    }

    // Without a colon it can name no scheme, such as one that runs a script.
    private static bool IsHarmless(string link) =>
        !link.Any(char.IsControl) && (!link.Contains(':', StringComparison.Ordinal) || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith(PlainWeb, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<DocumentFault> Name(string pointer, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new($"{pointer}/name", "Is empty");
        }
        else if (name.Length > PathwayMap.MaxNameLength)
        {
            yield return new($"{pointer}/name", $"Is longer than {PathwayMap.MaxNameLength} characters");
        }
    }

    private static IEnumerable<DocumentFault> Text(string pointer, params (string Member, string? Text)[] texts) =>
        texts.Where(it => it.Text?.Length > PathwayMap.MaxTextLength).Select(it => new DocumentFault($"{pointer}/{it.Member}", $"Is longer than {PathwayMap.MaxTextLength} characters"));

    private static IEnumerable<DocumentFault> Number(string pointer, params (string Member, decimal? Number)[] numbers) =>
        numbers.Where(it => it.Number is < 0 or >= 1_000_000_000m).Select(it => new DocumentFault($"{pointer}/{it.Member}", "Is not from 0 to a thousand million"));

    private static IEnumerable<DocumentFault> Share(string pointer, params (string Member, decimal? Number)[] numbers) =>
        numbers.Where(it => it.Number is < 0 or > 100).Select(it => new DocumentFault($"{pointer}/{it.Member}", "Is not from 0 to 100"));

    private static IEnumerable<DocumentFault> Items(string pointer, (string Member, int Count) list, int most) =>
        list.Count > most ? [new($"{pointer}/{list.Member}", $"Has more than {most} items")] : [];

    private static IEnumerable<DocumentFault> Items(string pointer, params (string Member, int Count)[] lists) =>
        lists.SelectMany(list => Items(pointer, list, MaxItems));
}
