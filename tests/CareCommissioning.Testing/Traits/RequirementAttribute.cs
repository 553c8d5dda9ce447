using Xunit.Abstractions;
using Xunit.Sdk;

namespace CareCommissioning.Testing.Traits;

/// <summary>Names the requirements a test shows to hold: <c>[Requirement("S0-006", "S1-048")]</c>.</summary>
/// <remarks>Becomes the trait <c>Requirement</c>, so <c>dotnet test --filter Requirement=S0-006</c> runs a requirement's tests.</remarks>
[TraitDiscoverer("CareCommissioning.Testing.Traits." + nameof(IdTraitDiscoverer), "CareCommissioning.Testing")]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirementAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>Names the items of OWASP ASVS 5.0 a test shows to hold: <c>[Asvs("V3.4.1")]</c>.</summary>
[TraitDiscoverer("CareCommissioning.Testing.Traits." + nameof(IdTraitDiscoverer), "CareCommissioning.Testing")]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AsvsAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>Tells xUnit the traits: one for each id, named as the attribute.</summary>
public sealed class IdTraitDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        var attribute = ((IReflectionAttributeInfo)traitAttribute).Attribute;
        var name = attribute.GetType().Name[..^nameof(Attribute).Length];
        var ids = traitAttribute.GetConstructorArguments().OfType<IEnumerable<string>>().Single();
        return ids.Select(id => KeyValuePair.Create(name, id));
    }
}
