using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using static CareCommissioning.Domain.Pathways.EqualityEffect;
using static CareCommissioning.Domain.Pathways.EqualityGroup;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>What the demonstration's partners said about their pathways, and signed: invented, like the people who say it.</summary>
internal static class DemoAgreements
{
    /// <summary>Who took part in drawing a version, and whom it may treat unequally.</summary>
    public static VersionGrounds Grounds(DemoPartnership demo, string version, bool withEquality, DateTimeOffset at) => new()
    {
        Contributors =
        [
            new(demo.Id($"{version} contributor 1"), ContributorSide.NhsCommissioner, demo.Account("pct").DisplayName, "Led the work"),
            new(demo.Id($"{version} contributor 2"), ContributorSide.Council, demo.Account("council").DisplayName, "Housing and work"),
            new(demo.Id($"{version} contributor 3"), ContributorSide.Provider, demo.Organisation("trust").Name, "Two workshops with ward and community staff"),
            new(demo.Id($"{version} contributor 4"), ContributorSide.ServiceUser, demo.Organisation("voice").Name, "Three walks through the pathway with people who use it"),
        ],
        Equality = withEquality ? Equality(demo, at) : null,
    };

    /// <summary>Signs a version in the past: who must agrees, who was asked is heard.</summary>
    public static Agreement Signed(DemoPartnership demo, PathwayVersion version, string title, DateTimeOffset at)
    {
        var agreement = new Agreement(demo.Id($"agreement {title}"), version.PartnershipId, AgreementSubject.PathwayVersion, version.Id, title, version.Fingerprint(), demo.Actor("pct"), at);
        Ask(demo, agreement, "trust", "voice");
        Sign(agreement, demo.Actor("voice"), Position.Disagree, "It is how things are, and we do not agree to how they are: nobody helps with company or work before a crisis.", at.AddDays(3));
        Sign(agreement, demo.Actor("pct"), Position.Agree, null, at.AddDays(5));
        Sign(agreement, demo.Actor("council"), Position.AgreeWithReservation, "The wait of 60 days for supported accommodation is not accepted for the future.", at.AddDays(9));
        agreement.Conclude(at.AddDays(9));
        return agreement;
    }

    /// <summary>A statement on best practice on which one partner is still to speak.</summary>
    public static (ConsensusStatement Statement, Agreement Agreement) BestPractice(DemoPartnership demo, Pathway pathway, DateTimeOffset at)
    {
        var statement = new ConsensusStatement(demo.Id("consensus home treatment"), pathway, "Home treatment is offered before any admission, day and night, to everybody for whom it is safe.", "Johnson S et al., BMJ 2005;331:599, and NICE guideline CG178: fewer admissions, and people prefer it.", demo.Account("pct").DisplayName, at);
        var agreement = new Agreement(demo.Id("agreement consensus"), pathway.PartnershipId, AgreementSubject.ConsensusStatement, statement.Id, $"{pathway.Name}: {statement.Statement}", statement.Fingerprint(), demo.Actor("pct"), at);
        Ask(demo, agreement, "trust", "voice");
        Sign(agreement, demo.Actor("pct"), Position.Agree, null, at.AddDays(1));
        Sign(agreement, demo.Actor("voice"), Position.AgreeWithReservation, "Safe must be decided with the person, not for them.", at.AddDays(4));
        return (statement, agreement);
    }

    /// <summary>What Liverpool's partners say of the future.</summary>
    public static IEnumerable<Discussion> Comments(DemoPartnership demo, PathwayVersion version, DateTimeOffset at)
    {
        var home = Say(demo, version, "voice", "home", DiscussionKind.Suggestion, "Say on the map that the team telephones before it comes. People are afraid of an unexpected knock at the door.", at);
        home.Answer("Added to what people are told about the step.", Disposition.Changed, demo.Actor("pct"), at.AddDays(2));
        yield return home;
        yield return Say(demo, version, "coordinator", "wherecrisis", DiscussionKind.Question, "Who decides at night, when the person has nobody at home and the co-ordinator is not on duty?", at.AddDays(1));
        var ward = Say(demo, version, "provider", "ward", DiscussionKind.Comment, "Fourteen beds fewer in one step is too fast for us to place people who wait for housing.", at.AddDays(2));
        ward.Answer("The beds close only as the home treatment team fills its posts. The map shows the end, not the first year.", Disposition.Explained, demo.Actor("council"), at.AddDays(5));
        yield return ward;
        var house = Say(demo, version, "provider2", "house", DiscussionKind.Variation, "We would like to run the crisis house with peer workers alone at weekends and compare.", at.AddDays(3));
        house.Answer("Tried for six months from April; we look at stays and at how people felt.", Disposition.ToBePiloted, demo.Actor("head"), at.AddDays(8));
        yield return house;
        yield return Say(demo, version, "advocate", "gp", DiscussionKind.Comment, "The line for urgent advice rings out on Friday afternoons. Somebody will come to harm.", at.AddDays(9), isUrgent: true);
    }

    /// <summary>One comment on a map in consultation.</summary>
    public static Discussion Say(DemoPartnership demo, PathwayVersion version, string who, string? part, DiscussionKind kind, string text, DateTimeOffset at, bool isUrgent = false)
    {
        var element = part is null ? null : version.Map.Node(new DemoMap(demo, DemoPathways.Name).Id(part)) ?? throw new InvalidOperationException($"No {part} on the map.");
        return new Discussion(demo.Id($"comment {who} {part} {version.Number}"), version.PartnershipId, DiscussionSubject.PathwayVersion, version.Id, element is null ? null : (element.Id, element.Name), kind, isUrgent, text, demo.Actor(who), at);
    }

    private static void Ask(DemoPartnership demo, Agreement agreement, params string[] others)
    {
        agreement.Ask(demo.Id("nhs"), mustSign: true);
        agreement.Ask(demo.Id("council"), mustSign: true);
        foreach (var other in others)
        {
            agreement.Ask(demo.Id(other), mustSign: false);
        }
    }

    private static void Sign(Agreement agreement, Actor by, Position position, string? reason, DateTimeOffset at)
    {
        if (agreement.Sign(by, position, reason, at).Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }

    private static EqualityImpact Equality(DemoPartnership demo, DateTimeOffset at) => new(
        [
            .. Enum.GetValues<EqualityGroup>().Select(group => group switch
            {
                Ethnicity => new GroupEffect(group, Negative, "Black men are admitted under section more often and reach talking therapies later. The community team sees who waits for therapy by ethnicity each quarter (illustrative)."),
                Deprivation => new GroupEffect(group, Negative, "People in the poorest fifth of the area wait longest for housing. The panel meets weekly from this year (illustrative)."),
                Age => new GroupEffect(group, Positive, "Early intervention now takes people of every age."),
                SexualOrientation or GenderReassignment => new GroupEffect(group, NotKnown, null),
                _ => new GroupEffect(group, Neutral, null),
            }),
        ],
        "Illustrative: admissions and therapies of one year by group, and two talks with the service-user group.",
        demo.Account("pct").DisplayName,
        DateOnly.FromDateTime(at.UtcDateTime));
}
