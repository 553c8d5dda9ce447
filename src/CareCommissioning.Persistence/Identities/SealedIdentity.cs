namespace CareCommissioning.Persistence.Identities;

/// <summary>Who a person is, encrypted, with a keyed hash of the NHS number by which the person is found again in the same partnership.</summary>
public sealed class SealedIdentity(Guid personId, Guid partnershipId, byte[] lookUp, byte[] content)
{
    public Guid PersonId { get; private set; } = personId;

    public Guid PartnershipId { get; private set; } = partnershipId;

    /// <summary>Keyed hash of the NHS number; unique in the partnership.</summary>
    public byte[] LookUp { get; private set; } = lookUp;

    /// <summary>Name, NHS number and date of birth under the key that lives outside the database.</summary>
    public byte[] Content { get; private set; } = content;

    public uint Version { get; private set; }

    internal void Replace(byte[] sealedLookUp, byte[] sealedContent) => (LookUp, Content) = (sealedLookUp, sealedContent);
}
