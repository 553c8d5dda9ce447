using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.AMap;

namespace CareCommissioning.Domain.Tests.Pathways;

/// <summary>What stands between a version and its signature, and what becomes of it (S0-011, S0-013, S2-042).</summary>
public sealed class SigningTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Contributor Provider = new(Id("p"), ContributorSide.Provider, "Trust", null);
    private static readonly Contributor User = new(Id("u"), ContributorSide.ServiceUser, "Consortium", null);
    private static readonly VersionGrounds Whole = new() { Contributors = [Provider, User], Equality = new EqualityImpact([], "Talks", "Ann", new(2026, 3, 1)) };

    [Fact, Requirement("S2-042")]
    public void Somebody_who_provides_and_somebody_who_uses_the_service_takes_part()
    {
        Places(Whole with { Contributors = [Provider, Provider with { Id = Id("q") }] }).ShouldBe([ObstaclePlace.Contributors]);
        Places(Whole with { Contributors = [User] }).ShouldBe([ObstaclePlace.Contributors]);
        Places(Whole).ShouldBeEmpty();
    }

    [Fact, Requirement("S0-013")]
    public void Nothing_is_signed_before_it_is_written_down_whom_it_may_treat_unequally() =>
        Places(Whole with { Equality = null }).ShouldBe([ObstaclePlace.Equality]);

    [Fact]
    public void Errors_and_open_comments_stop_it_and_warnings_do_not()
    {
        SignatureCheck.Of(Whole, [new Finding("x", Severity.Error, null, null, "X")], 2).Select(obstacle => obstacle.Place).ShouldBe([ObstaclePlace.Readiness, ObstaclePlace.Comments]);
        SignatureCheck.Of(Whole, [new Finding("x", Severity.Warning, null, null, "X")], 0).ShouldBeEmpty();
    }

    [Fact, Requirement("S0-011")]
    public void Only_what_was_consulted_on_is_signed_and_what_is_signed_does_not_change()
    {
        var version = Draft();
        version.PutToSignature([]).Refusal.ShouldBe(PathwayRefusals.NotInConsultation);
        version.PutOutToConsultation();
        version.PutToSignature([new Obstacle(ObstaclePlace.Comments, "One comment")]).Refusal.ShouldBe(PathwayRefusals.NotReady);
        version.PutToSignature([]).Succeeded.ShouldBeTrue();

        version.Change(PathwayMap.Empty, "Emptied", null, "Ann", Now).Refusal.ShouldBe(PathwayRefusals.IsFrozen);
        version.RestOn(Whole).Refusal.ShouldBe(PathwayRefusals.IsFrozen);
        version.Agree();
        Should.Throw<InvalidOperationException>(version.TakeBack);
        version.Supersede();
        version.State.ShouldBe(VersionState.Superseded);
    }

    [Fact]
    public void The_fingerprint_tells_another_map_and_other_grounds_apart()
    {
        var (one, other) = (Draft(), Draft());
        one.Fingerprint().ShouldBe(other.Fingerprint());
        other.RestOn(Whole);
        other.Fingerprint().ShouldNotBe(one.Fingerprint());
    }

    private static IEnumerable<ObstaclePlace> Places(VersionGrounds grounds) => SignatureCheck.Of(grounds, [], 0).Select(obstacle => obstacle.Place);

    private static PathwayVersion Draft()
    {
        var pathway = new Pathway(Id("pathway"), Id("partnership"), "Psychosis", new Cohort("Psychosis", null, [], null, null));
        return new PathwayVersion(Id("version"), pathway, 1, Outlook.Current, Small(), Now);
    }
}
