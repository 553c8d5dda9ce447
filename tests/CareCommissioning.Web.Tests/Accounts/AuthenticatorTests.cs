using CareCommissioning.Testing.Traits;
using CareCommissioning.Web.Access;

namespace CareCommissioning.Web.Tests.Accounts;

public sealed class AuthenticatorTests
{
    /// <summary>"12345678901234567890" in base 32: the key of RFC 6238, appendix B.</summary>
    private const string RfcKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Authenticator.Code(RfcKey, Authenticator.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Theory, Asvs("V6.5.5")]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_counts_in_its_own_half_minute_and_the_ones_beside_it(int steps, bool counts)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var code = Authenticator.Code(RfcKey, Authenticator.StepOf(now) + steps);
        Authenticator.StepOfCode(RfcKey, code, now).HasValue.ShouldBe(counts);
    }

    [Fact, Asvs("V6.5.4")]
    public void A_new_key_has_160_random_bits() =>
        Enumerable.Range(0, 1000).Select(_ => Authenticator.NewKey()).Where(key => key.Length == 32).Distinct(StringComparer.Ordinal).Count().ShouldBe(1000);
}
