using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence.Keys;

namespace CareCommissioning.Persistence.Identities;

/// <summary>Seals and opens identities. Each purpose and each partnership has a key of its own, derived from the master key that lives outside the database (rules E18).</summary>
/// <remarks>Content: AES-256-GCM bound to person and partnership, so that a row copied to another person does not open. Look-up: HMAC-SHA256.</remarks>
public sealed class IdentityVault(MasterKey master)
{
    private readonly byte[] _content = master.Derive("people: content");

    public SealedIdentity Seal(Guid personId, Guid partnershipId, PersonIdentity identity)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new Content(identity.Name, identity.NhsNumber.Digits, identity.BornOn));
        return new SealedIdentity(personId, partnershipId, LookUp(partnershipId, identity.NhsNumber), SecretBox.Seal(_content, plain, Binding(personId, partnershipId)));
    }

    /// <summary>Writes a corrected identity in the place of the one that was.</summary>
    public void Reseal(SealedIdentity row, PersonIdentity identity)
    {
        var fresh = Seal(row.PersonId, row.PartnershipId, identity);
        row.Replace(fresh.LookUp, fresh.Content);
    }

    /// <exception cref="CryptographicException">Sealed under another master key, for another person, or altered.</exception>
    public PersonIdentity Open(SealedIdentity row)
    {
        var content = JsonSerializer.Deserialize<Content>(SecretBox.Open(_content, row.Content, Binding(row.PersonId, row.PartnershipId)))!;
        return NhsNumber.TryParse(content.NhsNumber, out var number)
            ? new PersonIdentity(content.Name, number, content.BornOn)
            : throw new CryptographicException("A sealed identity holds no NHS number.");
    }

    /// <summary>By what a person with this number is found in this partnership; in another it is another value.</summary>
    public byte[] LookUp(Guid partnershipId, NhsNumber number) =>
        HMACSHA256.HashData(master.Derive($"people: look-up in {partnershipId:N}"), Encoding.ASCII.GetBytes(number.Digits));

    private static byte[] Binding(Guid personId, Guid partnershipId) => [.. personId.ToByteArray(bigEndian: true), .. partnershipId.ToByteArray(bigEndian: true)];

    private sealed record Content(string Name, string NhsNumber, DateOnly BornOn);
}
