using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Placements;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class PlacementRefusals
{
    public static readonly Refusal BornLater = new("born-later", "Date of birth must be in the past");

    public static readonly Refusal TooOld = new("too-old", $"Date of birth must be less than {Person.MaxAge} years ago");

    public static readonly Refusal ShareOutOfRange = new("share-out-of-range", "Each share must be between 0 and 100 per cent, with no more than two decimals");

    public static readonly Refusal FeeOutOfRange = new("fee-out-of-range", $"The weekly fee must be more than £0 and no more than £{Fees.Highest:N0}, in pounds and pence");

    public static readonly Refusal Section117IsFree = new("section-117-is-free", "Nobody pays for section 117 after-care themselves: the person’s share must be 0");

    public static readonly Refusal AlreadyUnderWay = new("already-under-way", "This placement has started, ended or been withdrawn already");

    public static readonly Refusal NotUnderWay = new("not-under-way", "This placement is not under way");

    public static readonly Refusal StartsTooFarAhead = new("starts-too-far-ahead", "The first day is no more than a year from today");

    public static readonly Refusal CpaBeginsLater = new("cpa-begins-later", "The first day on the care programme approach must be today or in the past");

    public static readonly Refusal NoSuchCluster = new("no-such-cluster", "Care clusters are 0 to 21, without 9");

    public static readonly Refusal ClusterAssessedLater = new("cluster-assessed-later", "The day the cluster was assessed must be today or in the past");

    public static readonly Refusal StartKnown = new("start-known", "How the person lived at the start is written down already");

    public static readonly Refusal GoalNeeded = new("goal-needed", "Write down a goal that the person works towards, or say that they want none now");

    public static readonly Refusal TooManyGoals = new("too-many-goals", $"Nobody works towards more than {PlacementGoal.MostOpen} goals at once: say what became of one of them first");

    public static readonly Refusal NoSuchGoal = new("no-such-goal", "This goal is not one of this placement");

    public static readonly Refusal AlreadyApproved = new("already-approved", "This placement has been approved already");

    public static readonly Refusal NothingToApprove = new("nothing-to-approve", "There is nothing to approve: the placement has no service yet, has ended or was withdrawn");

    public static readonly Refusal Incomplete = new("incomplete", "Complete the placement first: the list above says what it lacks");

    public static readonly Refusal NotApproved = new("not-approved", "No commissioner has approved this placement yet: say why it could not wait");

    public static readonly Refusal NextReviewTooEarly = new("next-review-too-early", "The next review is after this one");

    public static readonly Refusal EndsLater = new("ends-later", "The first day without it must be today or in the past: come back when it has ended");

    public static readonly Refusal NotEnded = new("not-ended", "This placement has not ended");

    public static readonly Refusal Overlaps = new("overlaps", "This person already has a placement with this service at that time");

    public static Refusal SharesDoNotSum(decimal sum) =>
        new("shares-do-not-sum", $"The shares must sum to exactly 100 per cent: they sum to {sum:0.00}");

    public static Refusal ServiceNotThere(string service, DateOnly on) =>
        new("service-not-there", $"{service} is not open on {on:d MMMM yyyy}: choose another service or another first day");

    public static Refusal TermsBeginTooEarly(DateOnly latest) =>
        new("terms-too-early", $"The fee agreed last began on {latest:d MMMM yyyy}: enter a later date");

    public static Refusal StartsLater(DateOnly starts) =>
        new("starts-later", $"Its first day is {starts:d MMMM yyyy}: start it then, or change the first day");

    public static Refusal ReviewedOutside(DateOnly starts) =>
        new("reviewed-outside", $"Enter a day from {starts:d MMMM yyyy}, when the placement started, until today");

    public static Refusal ReviewedBefore(DateOnly last) =>
        new("reviewed-before", $"The last review was on {last:d MMMM yyyy}: enter a later day");

    public static Refusal NextReviewTooLate(DateOnly due) =>
        new("next-review-too-late", $"By the rules the next review is due on {due:d MMMM yyyy} at the latest");

    public static Refusal EndsBeforeItStarts(DateOnly starts) =>
        new("ends-early", $"The placement started on {starts:d MMMM yyyy}: enter a later date");

    public static Refusal EndsBeforeItsReview(DateOnly reviewed) =>
        new("ends-before-review", $"It was reviewed on {reviewed:d MMMM yyyy}: enter that date or a later one");
}
