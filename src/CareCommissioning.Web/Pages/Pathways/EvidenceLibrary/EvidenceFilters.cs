using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Web.Pages.Pathways.EvidenceLibrary;

/// <summary>What narrows the library. Bound from the address.</summary>
public sealed class EvidenceFilters
{
    /// <summary>Part of the citation or of what it says.</summary>
    public string? Find { get; set; }

    public EvidenceType? Type { get; set; }

    public EvidenceStrength? Strength { get; set; }

    /// <summary>Only what should have been looked at again.</summary>
    public bool Overdue { get; set; }

    public bool Any => !string.IsNullOrWhiteSpace(Find) || Type is not null || Strength is not null || Overdue;

    public bool Fit(Evidence evidence, DateOnly today) =>
        (string.IsNullOrWhiteSpace(Find) || evidence.Citation.Contains(Find.Trim(), StringComparison.OrdinalIgnoreCase) || evidence.Summary?.Contains(Find.Trim(), StringComparison.OrdinalIgnoreCase) == true)
        && (Type is null || evidence.Type == Type)
        && (Strength is null || evidence.Strength == Strength)
        && (!Overdue || evidence.ReviewOn < today);
}
