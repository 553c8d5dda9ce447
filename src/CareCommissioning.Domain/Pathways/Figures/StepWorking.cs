using System.Globalization;

namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>Works one step out and writes down how.</summary>
internal static class StepWorking
{
    private const double DaysPerYear = 365;
    private const double WeeksPerYear = 365.25 / 7;

    public static StepFigures Of(Step step, double flow, bool settles)
    {
        var working = new List<string>();
        if (!settles)
        {
            return new StepFigures(step, 0, null, null, null, null, null, ["No flow settles, so nothing follows for this step."]);
        }

        working.Add($"{N(flow)} people a year come here (flow equations over the whole map).");
        var load = LoadOf(step, flow, working);
        var needed = load is { } places ? Queueing.PlacesFor(places, PathwayFigures.TargetOccupancy) : (int?)null;
        if (needed is not null)
        {
            working.Add($"For {PathwayFigures.TargetOccupancy:P0} occupancy: {N(load!.Value)} ÷ {N(PathwayFigures.TargetOccupancy)}, rounded up = {needed}.");
        }

        var utilisation = step.Capacity > 0 ? load / (double)step.Capacity : null;
        double? waits = null;
        if (utilisation is not null && step.CapacityUnit != CapacityUnit.Appointments)
        {
            waits = Queueing.Waits(load!.Value, (int)step.Capacity!.Value);
            working.Add($"Chance of waiting (Erlang C, {N(load.Value)} erlangs on {step.Capacity:0.##} places): {waits:P1}. Assumes that people come by chance and that every place suits everybody.");
        }

        return new StepFigures(step, flow, load, needed, utilisation, waits, CostOf(step, flow, working), working);
    }

    private static double? LoadOf(Step step, double flow, List<string> working)
    {
        if (step.CapacityUnit == CapacityUnit.Appointments)
        {
            var contacts = (double)(step.Contacts ?? 1);
            var weekly = flow * contacts / WeeksPerYear;
            working.Add($"Appointments a week: {N(flow)} × {N(contacts)} contacts ÷ {N(WeeksPerYear)} weeks = {N(weekly)}.");
            return weekly;
        }

        if (step.StayDays is not { } days)
        {
            working.Add("How long people stay is not said, so no load follows.");
            return null;
        }

        var load = flow * (double)days / DaysPerYear;
        working.Add($"Places taken on average: {N(flow)} × {days:0.##} days ÷ 365 = {N(load)}.");
        return load;
    }

    /// <summary>Pounds for one person who comes to a step; null while something is missing.</summary>
    public static decimal? CostOfOne(this Step step) => step.UnitCost * Units(step);

    private static decimal? Units(Step step) => step.CostBasis switch
    {
        CostBasis.Contact => step.Contacts,
        CostBasis.Day => step.StayDays,
        CostBasis.Week => step.StayDays / 7,
        CostBasis.Episode => 1,
        _ => null,
    };

    private static decimal? CostOf(Step step, double flow, List<string> working)
    {
        if (step.UnitCost is not { } cost || Units(step) is not { } each)
        {
            working.Add("Cost, or how much of it each person takes, is not said.");
            return null;
        }

        var total = decimal.Round((decimal)flow * each * cost, 2);
        working.Add($"Cost a year: {N(flow)} × {each:0.##} × £{cost.ToString("N2", CultureInfo.InvariantCulture)} = £{total.ToString("N2", CultureInfo.InvariantCulture)} ({step.CostSource ?? "no source named"}{(step.PriceYear is { } year ? $", prices of {year}" : "")}).");
        return total;
    }

    private static string N(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
