using System.Security.Cryptography;
using System.Text;

namespace CareCommissioning.Domain.Pathways;

/// <summary>What the partners hold to be best practice for a pathway, and why. Each takes a position on it (S0-056); it does not change, another one is written.</summary>
public sealed class ConsensusStatement
{
    public const int MaxTextLength = 1000;
    public const int MaxEvidenceLength = 4000;

    public ConsensusStatement(Guid id, Pathway pathway, string statement, string? evidence, string byName, DateTimeOffset at) =>
        (Id, PartnershipId, PathwayId, Statement, Evidence, ByName, At) = (id, pathway.PartnershipId, pathway.Id, statement, evidence, byName, at);

    private ConsensusStatement()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid PathwayId { get; private set; }

    public string Statement { get; private set; } = "";

    public string? Evidence { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Tells what was signed, 64 hexadecimal digits: the same words have the same.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Statement}\0{Evidence}")));
}
