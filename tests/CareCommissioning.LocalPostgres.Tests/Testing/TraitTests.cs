using CareCommissioning.Testing.Traits;
using Xunit.Sdk;

namespace CareCommissioning.LocalPostgres.Tests.Testing;

public sealed class TraitTests
{
    [Fact, Requirement("S0-006", "S1-048"), Requirement("S0-025"), Asvs("V3.4.1")]
    public void Ids_become_traits()
    {
        var method = Reflector.Wrap(typeof(TraitTests).GetMethod(nameof(Ids_become_traits))!);

        var traits = Traits<RequirementAttribute>(method).Concat(Traits<AsvsAttribute>(method));

        traits.ShouldBe(["Requirement=S0-006", "Requirement=S1-048", "Requirement=S0-025", "Asvs=V3.4.1"], ignoreOrder: true);
    }

    private static IEnumerable<string> Traits<TAttribute>(Xunit.Abstractions.IMethodInfo method) =>
        method.GetCustomAttributes(typeof(TAttribute))
            .SelectMany(attribute => new IdTraitDiscoverer().GetTraits(attribute))
            .Select(trait => $"{trait.Key}={trait.Value}");
}
