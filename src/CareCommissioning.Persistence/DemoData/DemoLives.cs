using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>How the demonstration's people live, and what they want: invented, and in sums as one would expect of the kind of service.</summary>
internal static class DemoLives
{
    private static readonly string[] Wants =
    [
        "Cook for myself twice a week", "Visit my sister once a month", "Go swimming on Wednesdays", "A flat of my own by next summer", "Finish the bricklaying course",
        "Sleep through the night", "Work two mornings in the charity shop", "Walk to the shop alone", "Manage my own money again", "Join the choir",
    ];

    public static Circumstances AtStart(DemoDice dice, ServiceType type)
    {
        var housing = dice.NextDouble() < 0.05 ? Housing.NotKnown : At(type, dice);
        return new(housing, Occupation(dice), dice.NextDouble() < 0.15 ? null : new(dice.Next(0, 4), dice.Next(0, 4), dice.Next(0, 4), dice.Next(0, 4), dice.Next(0, 4)));
    }

    /// <summary>A little better than before where people live among others or are visited; hardly so where they lie in a bed.</summary>
    public static Circumstances Later(DemoDice dice, Circumstances before, ServiceType type)
    {
        var hope = type switch
        {
            ServiceType.SupportedAccommodation or ServiceType.SupportedLiving or ServiceType.FloatingSupport or ServiceType.DayService => 0.30,
            ServiceType.NursingHome or ServiceType.InpatientWard => 0.10,
            _ => 0.20,
        };
        var work = before.Work is Work.LookingForWork or Work.NotKnown && dice.NextDouble() < 0.2 ? Occupation(dice) : before.Work;
        var asked = before.Recovery ?? new RecoveryAnswers(1, 1, 2, 1, 1);
        RecoveryAnswers? answers = dice.NextDouble() < 0.1 ? null : new(Step(asked.Company), Step(asked.Hope), Step(asked.Self), Step(asked.Meaning), Step(asked.Control));
        return before with { Housing = before.Housing == Housing.NotKnown ? At(type, dice) : before.Housing, Work = work, Recovery = answers };

        int Step(int answer)
        {
            var draw = dice.NextDouble();
            var step = draw < hope ? 1 : 0;
            return Math.Clamp(answer + (draw > 0.94 ? -1 : step), 0, RecoveryAnswers.Highest);
        }
    }

    /// <summary>One goal at a time: it goes on, is reached and followed by another, or is given up.</summary>
    public static GoalFindings Goals(DemoDice dice, IReadOnlyList<PlacementGoal> known)
    {
        var open = known.FirstOrDefault(goal => goal.State == GoalState.Open);
        var draw = dice.NextDouble();
        if (open is not null && draw < 0.6)
        {
            return new(new Dictionary<Guid, GoalState>(), null, false);
        }

        Dictionary<Guid, GoalState> settled = open is null ? [] : new() { [open.Id] = draw < 0.9 ? GoalState.Reached : GoalState.GivenUp };
        return dice.NextDouble() < 0.1 ? new(settled, null, true) : new(settled, Wants[dice.Next(Wants.Length)], false);
    }

    private static Housing At(ServiceType type, DemoDice dice) => type switch
    {
        ServiceType.InpatientWard or ServiceType.RehabilitationUnit => Housing.Hospital,
        ServiceType.CareHome or ServiceType.NursingHome => Housing.CareHome,
        ServiceType.SupportedAccommodation or ServiceType.SupportedLiving => Housing.SupportedHousing,
        ServiceType.CrisisHouse => dice.NextDouble() < 0.5 ? Housing.Temporary : Housing.OwnHome,
        _ => dice.NextDouble() < 0.75 ? Housing.OwnHome : Housing.WithFamilyOrFriends,
    };

    private static Work Occupation(DemoDice dice) => dice.NextDouble() switch
    {
        < 0.08 => Work.PaidWork,
        < 0.14 => Work.Training,
        < 0.22 => Work.Volunteering,
        < 0.42 => Work.LookingForWork,
        < 0.80 => Work.NotLookingForWork,
        < 0.95 => Work.Retired,
        _ => Work.NotKnown,
    };
}
