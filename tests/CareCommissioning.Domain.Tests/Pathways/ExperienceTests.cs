using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.AMap;

namespace CareCommissioning.Domain.Tests.Pathways;

/// <summary>What people tell of a pathway (S0-047, S0-048).</summary>
public sealed class ExperienceTests
{
    private static readonly Pathway Psychosis = new(Id("pathway"), Id("partnership"), "Psychosis", new Cohort("Psychosis", null, [], null, null));

    [Fact, Requirement("S0-047")]
    public void Means_count_people_and_stand_in_the_order_of_the_map()
    {
        var (big, small) = (Session(8), Session(2));
        big.Add(Small().StepOf("team"), Words(2, 10));
        big.Add(Small().StepOf("ward"), Words(5, null));
        big.Add(null, Words(3, null));
        small.Add(Small().StepOf("ward"), Words(1, 30));
        var it = PathwayExperience.Of([small, big], Small());

        it.Steps.Select(step => step.Name).ShouldBe(["ward", "team", "Between the steps"]);
        (it.Steps[0].People, it.Steps[0].Difficulty, it.Steps[0].DelayDays).ShouldBe((10, 4.2m, 30m));
        it.Steps[1].DelayDays.ShouldBe(10);
    }

    [Fact, Requirement("S0-048")]
    public void Finding_ones_way_is_harder_with_each_hand_off_and_each_time_told_again()
    {
        var session = Session(6);
        session.Add(Small().StepOf("ward"), Words(4, null) with { HandedOver = true, ToldAgain = true });
        session.Add(Small().StepOf("team"), Words(4, null) with { HandedOver = true });
        var it = PathwayExperience.Of([session], Small());
        (it.HandOffs, it.ToldAgain, it.Navigability).ShouldBe((2, 1, 25));
        PathwayExperience.Of([], Small()).Navigability.ShouldBeNull();
    }

    [Fact, Requirement("S0-047")]
    public void Of_fewer_than_five_people_nothing_is_shown()
    {
        var session = Session(4);
        session.Add(Small().StepOf("ward"), Words(4, null));
        PathwayExperience.Of([session], Small()).Steps.ShouldHaveSingleItem().IsFew.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Number 943 476 5919 was mine", "an NHS number"), InlineData("Write to ann@example.org", "an e-mail address"), InlineData("She lives at L8 1TH now", "a postcode"), InlineData("Call 0151 496 0123", "a telephone number")]
    [InlineData("I waited 126 days, and 2 more", null), InlineData("Ward B2 at 10.30", null), InlineData(null, null)]
    public void What_could_tell_who_somebody_is_is_found(string? text, string? found) => PersonalWords.In(text).ShouldBe(found);

    private static ExperienceSession Session(int people) => new(Guid.CreateVersion7(), Psychosis, new DateOnly(2026, 3, 1), null, "Consortium", people, "Ann", new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));

    private static TouchpointWords Words(int difficulty, int? delay) => new("Words", difficulty, delay, false, false, null, ExperienceTheme.BeingHeard);
}
