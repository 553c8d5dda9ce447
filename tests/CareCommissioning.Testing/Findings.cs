using CareCommissioning.Domain.Placements;

namespace CareCommissioning.Testing;

/// <summary>What a review found, for tests that are about something else.</summary>
public static class Findings
{
    public static readonly Circumstances Lives = new(Housing.SupportedHousing, Work.LookingForWork, new RecoveryAnswers(2, 2, 2, 2, 2));

    public static ReviewFindings On(DateOnly day, string summary = "Settled", DateOnly? next = null, ReviewDecision decision = ReviewDecision.Continue) =>
        new(day, decision, summary, next, Lives, new GoalFindings(new Dictionary<Guid, GoalState>(), null, WantsNone: true));
}
