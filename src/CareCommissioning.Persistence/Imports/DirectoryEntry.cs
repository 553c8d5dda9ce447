using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Persistence.Imports;

/// <summary>One location of the care directory, read from one row.</summary>
/// <param name="Places">Null where the file does not say.</param>
/// <param name="OpenedOn">Null where the file does not say.</param>
internal sealed record DirectoryEntry(
    int Row,
    string LocationCode,
    string Name,
    string ProviderCode,
    string ProviderName,
    Reading<Sector> ProviderSector,
    DateOnly? ProviderOpenedOn,
    string Authority,
    Reading<ServiceType>? Type,
    string Category,
    int? Places,
    string? Postcode,
    DateOnly? OpenedOn,
    DateOnly? ClosedOn,
    bool IsDormant,
    RegulatorRating? Rating)
{
    /// <summary>Whether another row tells the same of the same location: the directory has a row more for each group of services that was rated by itself.</summary>
    public bool Repeats(DirectoryEntry other) => this with { Row = other.Row, Rating = other.Rating } == other;
}

/// <summary>One thing wrong in a file.</summary>
/// <param name="Row">As a spreadsheet numbers it; the header is row 1.</param>
/// <param name="Column">As the file heads it; empty where the fault is the row's.</param>
/// <param name="Value">What stands there, shortened.</param>
public sealed record RowFault(int Row, string Column, string Value, string Reason);
