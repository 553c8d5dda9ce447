using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Web.Access.Passwords;
using Microsoft.AspNetCore.Identity;

namespace CareCommissioning.Web.Tests.Accounts;

[Requirement("C42")]
public sealed class PasswordPolicyTests
{
    private static readonly string[] Context = ["Mersey", "Care", "Liverpool", "Asha", "Begum", "asha.begum", "demo", "example", "commissioning"];

    [Theory, Asvs("V6.2.1", "V6.2.9", "V6.2.5")]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(64, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Length_is_12_to_128_characters_of_any_kind(int length, bool allowed)
    {
        (PasswordPolicy.LengthRefusal(new string('q', length)) is null).ShouldBe(allowed);
        (PasswordPolicy.LengthRefusal(string.Concat(Enumerable.Repeat("🔑", length))) is null).ShouldBe(allowed);
    }

    [Fact, Asvs("V6.2.4", "V6.2.12")]
    public void At_least_3000_common_passwords_long_enough_for_the_rules_are_refused()
    {
        using var reader = new StreamReader(typeof(PasswordPolicy).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        var list = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        list.Count(p => PasswordPolicy.LengthRefusal(p) is null).ShouldBeGreaterThan(3000);
        list.ShouldAllBe(p => PasswordPolicy.IsCommon(p));
        list.ShouldAllBe(p => PasswordPolicy.IsCommon(p.ToUpperInvariant()));
    }

    [Theory, Asvs("V6.2.4")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("Password12345")]
    [InlineData("QwertyUiopAsdfghjkl")]
    [InlineData("liverpoolliverpool")]
    public void Passwords_that_everybody_chooses_are_refused(string password) => PasswordPolicy.IsCommon(password).ShouldBeTrue();

    [Theory, Asvs("V6.2.11", "V6.1.2")]
    [InlineData("MerseyCare2026!", true)]
    [InlineData("Asha.Begum.1984", true)]
    [InlineData("L1verp00l-2026!!", true)]
    [InlineData("Commissioning-2026!", true)]
    [InlineData("asha likes elderflower", false)]
    [InlineData("correct teapot mersey", false)]
    public void A_password_made_only_of_names_around_the_person_is_refused(string password, bool refused) =>
        PasswordPolicy.IsMadeOf(password, Context).ShouldBe(refused);

    [Theory, Asvs("V6.2.8")]
    [InlineData("three made up words", "three made up words ")]
    [InlineData("three made up words", "Three made up words")]
    [InlineData("three made up words", " three made up words")]
    public void A_password_counts_exactly_as_typed(string password, string other)
    {
        var hash = PasswordHashing.Hash(password);
        var hashing = new PasswordHashing();
        hashing.VerifyHashedPassword(null!, hash, password).ShouldBe(PasswordVerificationResult.Success);
        hashing.VerifyHashedPassword(null!, hash, other).ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact, Asvs("V6.2.8")]
    public void Composed_and_decomposed_letters_are_the_same_letter() =>
        new PasswordHashing().VerifyHashedPassword(null!, PasswordHashing.Hash("caf\u00e9 au lait, please"), "cafe\u0301 au lait, please").ShouldBe(PasswordVerificationResult.Success);

    [Fact, Asvs("V11.4.2")]
    public void A_hash_of_fewer_rounds_opens_and_is_made_anew()
    {
        var weak = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword(null!, "three made up words");
        new PasswordHashing().VerifyHashedPassword(null!, weak, "three made up words").ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        PasswordHashing.Iterations.ShouldBeGreaterThanOrEqualTo(210_000);
    }
}
