using System.Globalization;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Web.Components;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Placements in words.</summary>
public static class PlacementWords
{
    private static readonly string[] AnswerWords = ["Not at all", "A little", "Somewhat", "Quite a lot", "Very much"];

    public static IEnumerable<SelectListItem> Stages => Items<PlacementStage>(Name);

    public static IEnumerable<SelectListItem> LegalBases => Items<LegalBasis>(Name);

    public static IEnumerable<SelectListItem> EndReasons => Items<EndReason>(Name);

    public static IEnumerable<SelectListItem> Decisions => Items<ReviewDecision>(Name);

    public static IEnumerable<SelectListItem> Urgencies => Items<ReviewUrgency>(Name);

    public static IEnumerable<SelectListItem> Housings => Items<Housing>(Name);

    public static IEnumerable<SelectListItem> Works => Items<Work>(Name);

    public static IEnumerable<SelectListItem> GoalStates => Items<GoalState>(Name);

    /// <summary>How far a statement holds, 0 to 4.</summary>
    public static IEnumerable<SelectListItem> Answers => AnswerWords.Select((words, at) => new SelectListItem(words, at.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Funders => Items<Funder>(Name);

    /// <summary>The last day of a fee: "31 March 2026". A placement that ended took its fee along, and one agreed for later never came.</summary>
    public static string LastDayOfFee(Placement placement, PlacementTerms terms, DateOnly today)
    {
        var end = terms.ValidTo is { } to && !(placement.EndedOn < to) ? to : placement.EndedOn;
        return end <= terms.ValidFrom ? "Never in force" : end.LastDayInWords(terms.ValidFrom > today ? "Not in force yet" : "In force");
    }

    public static string Name(this PlacementStage stage) => stage.ToString();

    public static string Name(this LegalBasis basis) => basis switch
    {
        LegalBasis.Informal => "Informal, by the person’s own agreement",
        LegalBasis.Section117 => "Section 117 after-care",
        LegalBasis.CommunityTreatmentOrder => "Community treatment order",
        LegalBasis.Guardianship => "Guardianship (section 7 or 37)",
        LegalBasis.ConditionalDischarge => "Conditional discharge (sections 42 and 73)",
        LegalBasis.SectionThreeLeave => "Leave from section 3 (section 17)",
        _ => "Deprivation of liberty authorised under the Mental Capacity Act",
    };

    public static string Name(this EndReason reason) => reason switch
    {
        EndReason.MovedToLessSupport => "Moved to a place with less support",
        EndReason.MovedToMoreSupport => "Moved to a place with more support",
        EndReason.MovedToLikeSupport => "Moved to a place with the same support",
        EndReason.OwnHome => "Own home",
        EndReason.Hospital => "Admitted to hospital",
        EndReason.Prison => "Prison",
        EndReason.ServiceClosed => "The service closed",
        EndReason.NoticeGiven => "The provider gave notice",
        EndReason.LeftByChoice => "Left by choice",
        EndReason.Died => "Died",
        _ => "Another reason",
    };

    public static string Name(this ReviewDecision decision) => decision switch
    {
        ReviewDecision.Continue => "Continue as it is",
        ReviewDecision.ChangeSupport => "Continue with other support",
        ReviewDecision.PlanToMove => "Plan a move",
        _ => "End the placement",
    };

    public static string Name(this Housing housing) => housing switch
    {
        Housing.OwnHome => "Own or rented home",
        Housing.WithFamilyOrFriends => "With family or friends, for good",
        Housing.SupportedHousing => "Supported or sheltered housing",
        Housing.CareHome => "Residential or nursing home",
        Housing.Hospital => "Hospital",
        Housing.Prison => "Prison or approved premises",
        Housing.Temporary => "Temporary: hostel, bed and breakfast, staying with friends",
        Housing.NoHome => "No home",
        _ => "Not known",
    };

    public static string Name(this Work work) => work switch
    {
        Work.PaidWork => "Paid work, any hours, also self-employed",
        Work.Training => "Training or learning",
        Work.Volunteering => "Voluntary work",
        Work.LookingForWork => "Looking for work",
        Work.NotLookingForWork => "Not looking for work, also through illness or caring",
        Work.Retired => "Retired",
        _ => "Not known",
    };

    public static string Name(this GoalState state) => state switch
    {
        GoalState.Open => "Goes on",
        GoalState.Reached => "Reached",
        _ => "Given up",
    };

    public static string Name(this ReviewUrgency urgency) => urgency switch
    {
        ReviewUrgency.NotDue => "Not due",
        ReviewUrgency.Due => $"Due within {ReviewRules.DueWithinDays} days",
        ReviewUrgency.Overdue => "Overdue",
        _ => $"Overdue by more than {ReviewRules.SeverelyAfterDays} days",
    };

    public static string Name(this Funder funder) => funder switch
    {
        Funder.Nhs => "NHS",
        Funder.Council => "Council",
        Funder.Pooled => "Pooled budget",
        Funder.Other => "Another funder",
        _ => "The person",
    };

    public static string Name(this ReviewCause cause) => cause switch
    {
        ReviewCause.NewPlacement => "first review of a new placement",
        ReviewCause.EarlyDays => "once more early on",
        ReviewCause.Placement => "every placement",
        ReviewCause.CareProgrammeApproach => "care programme approach",
        ReviewCause.Section117 => "section 117 after-care",
        _ => "care cluster",
    };

    public static string Name(this MissingPart part) => part switch
    {
        MissingPart.Service => "a service and its first day",
        MissingPart.WeeklyFeeAndFunders => "the weekly fee and who pays it",
        MissingPart.LegalBasis => "the legal basis",
        _ => "a care co-ordinator",
    };

    public static TagColour Colour(this GoalState state) => state switch
    {
        GoalState.Open => TagColour.Blue,
        GoalState.Reached => TagColour.Green,
        _ => TagColour.Grey,
    };

    public static TagColour Colour(this PlacementStage stage) => stage switch
    {
        PlacementStage.Referred => TagColour.Yellow,
        PlacementStage.Matched => TagColour.Orange,
        PlacementStage.Approved => TagColour.Blue,
        PlacementStage.Started => TagColour.Green,
        _ => TagColour.Grey,
    };

    public static TagColour Colour(this ReviewUrgency urgency) => urgency switch
    {
        ReviewUrgency.NotDue => TagColour.Green,
        ReviewUrgency.Due => TagColour.Yellow,
        ReviewUrgency.Overdue => TagColour.Orange,
        _ => TagColour.Red,
    };

    /// <summary>"Care programme approach": as a heading.</summary>
    public static string Heading(this ReviewCause cause) => $"{char.ToUpper(cause.Name()[0], CultureInfo.CurrentCulture)}{cause.Name()[1..]}";

    /// <summary>"Since 14 March 2021", "No", or that nobody has said yet.</summary>
    public static string CareProgrammeApproach(Placement placement) => placement switch
    {
        { CpaSince: { } since } => $"Since {since.InWords()}",
        { LegalBasis: null } => "Not written down yet",
        _ => "No",
    };

    /// <summary>"12, assessed on 14 March 2026".</summary>
    public static string CareCluster(Placement placement) => placement.Cluster is { } cluster ? $"{cluster}, assessed on {placement.ClusterAssessedOn.InWords()}" : "Not assessed";

    /// <summary>"£785.00 a week".</summary>
    public static string AWeek(decimal weeklyFee) => $"{Pounds(weeklyFee)} a week";

    /// <summary>"£1,234.50", rounded to the penny.</summary>
    public static string Pounds(decimal amount) => Fees.ToThePenny(amount).ToString("C2", CultureInfo.CurrentCulture);

    /// <summary>"NHS 50%, council 50%": those who pay something.</summary>
    public static string Shares(FundingShares shares) => string.Join(", ", Enum.GetValues<Funder>().Where(f => shares.Of(f) > 0).Select(f => $"{f.Name()} {shares.Of(f):0.##}%"));

    /// <summary>"6 weeks", "12 months", "3 months and 5 days": a time between reviews.</summary>
    public static string Interval(ReviewInterval interval)
    {
        string[] parts =
        [
            interval.Months == 0 ? "" : $"{interval.Months} {(interval.Months == 1 ? "month" : "months")}",
            interval.Days == 0 ? "" : interval.Days % 7 == 0 ? $"{interval.Days / 7} {(interval.Days == 7 ? "week" : "weeks")}" : $"{interval.Days} {(interval.Days == 1 ? "day" : "days")}",
        ];
        return string.Join(" and ", parts.Where(p => p.Length > 0));
    }

    private static IEnumerable<SelectListItem> Items<T>(Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => new SelectListItem(name(value), value.ToString()));
}
