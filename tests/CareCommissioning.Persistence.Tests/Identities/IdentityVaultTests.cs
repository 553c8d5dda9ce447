using System.Security.Cryptography;
using System.Text;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Persistence.Keys;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Persistence.Tests.Identities;

/// <summary>Who a person is can be read with the key that lies outside the database, and not otherwise.</summary>
[Requirement("E18"), Asvs("V11.3.2", "V11.3.3")]
public sealed class IdentityVaultTests
{
    private static readonly Guid Partnership = Guid.CreateVersion7();
    private static readonly Guid Somebody = Guid.CreateVersion7();

    private static readonly PersonIdentity Identity = new("Ada Testcase", NhsNumber.TryParse("9990000018", out var number) ? number : throw new InvalidOperationException(), new DateOnly(1970, 5, 1));

    private readonly IdentityVault _vault = new(new MasterKey(SHA256.HashData("one"u8)));
    private readonly IdentityVault _other = new(new MasterKey(SHA256.HashData("another"u8)));

    [Fact]
    public void What_was_sealed_opens() => _vault.Open(_vault.Seal(Somebody, Partnership, Identity)).ShouldBe(Identity);

    [Fact]
    public void The_row_tells_nothing_and_is_another_each_time()
    {
        var (once, twice) = (_vault.Seal(Somebody, Partnership, Identity), _vault.Seal(Somebody, Partnership, Identity));

        Encoding.UTF8.GetString(once.Content).ShouldNotContain("Ada");
        Encoding.UTF8.GetString(once.Content).ShouldNotContain(Identity.NhsNumber.Digits);
        once.Content.ShouldNotBe(twice.Content);
    }

    [Fact]
    public void Another_key_opens_nothing() => Should.Throw<CryptographicException>(() => _other.Open(_vault.Seal(Somebody, Partnership, Identity)));

    [Fact]
    public void A_row_copied_to_another_person_or_partnership_does_not_open()
    {
        var row = _vault.Seal(Somebody, Partnership, Identity);

        Should.Throw<CryptographicException>(() => _vault.Open(new SealedIdentity(Guid.CreateVersion7(), Partnership, row.LookUp, row.Content)));
        Should.Throw<CryptographicException>(() => _vault.Open(new SealedIdentity(Somebody, Guid.CreateVersion7(), row.LookUp, row.Content)));
    }

    [Fact]
    public void A_row_with_one_bit_changed_does_not_open()
    {
        var row = _vault.Seal(Somebody, Partnership, Identity);
        for (var i = 0; i < row.Content.Length; i++)
        {
            byte[] altered = [.. row.Content];
            altered[i] ^= 1;
            Should.Throw<CryptographicException>(() => _vault.Open(new SealedIdentity(Somebody, Partnership, row.LookUp, altered)));
        }
    }

    [Fact]
    public void The_look_up_finds_the_number_again_in_its_partnership_and_means_nothing_elsewhere()
    {
        var found = _vault.LookUp(Partnership, Identity.NhsNumber);

        found.ShouldBe(_vault.Seal(Somebody, Partnership, Identity).LookUp);
        found.ShouldNotBe(_vault.LookUp(Guid.CreateVersion7(), Identity.NhsNumber));
        found.ShouldNotBe(_other.LookUp(Partnership, Identity.NhsNumber));
        found.ShouldNotBe(SHA256.HashData(Encoding.ASCII.GetBytes(Identity.NhsNumber.Digits)));
    }
}
