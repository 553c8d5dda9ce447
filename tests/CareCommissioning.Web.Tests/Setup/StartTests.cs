using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>What an installation must be told before it starts.</summary>
public sealed class StartTests
{
    [Theory, Asvs("V13.2.3")]
    [InlineData("")]
    [InlineData("care.example")]
    public async Task Production_does_not_start_without_the_address_people_type(string address)
    {
        await using var database = await CareTestDatabase.EmptyAsync();
        await using var node = new CareHost(
            database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["environment"] = "Production", ["Demonstration"] = "false", ["PublicUrl"] = address });
        Should.Throw<OptionsValidationException>(() => node.CreateClient()).Message.ShouldContain("PublicUrl");
    }
}
