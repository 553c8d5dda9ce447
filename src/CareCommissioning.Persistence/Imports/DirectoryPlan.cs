using System.Security.Cryptography;
using System.Text;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Persistence.Imports;

/// <summary>A service that is here already and that the file tells differently.</summary>
/// <param name="What">What changes, such as "places: 12 becomes 14".</param>
public sealed record ServiceChange(int Row, Service It, IReadOnlyList<string> What);

/// <summary>Rows left out, and why: no fault of theirs.</summary>
public sealed record LeftOut(string Reason, IReadOnlyList<int> Rows);

/// <summary>A local authority of the file, with the rows that are in its area.</summary>
public sealed record AuthorityRows(string Name, int Rows);

/// <summary>What importing a care directory would do, worked out whole before anything is written.</summary>
public sealed record DirectoryPlan
{
    public required IReadOnlyList<Organisation> NewProviders { get; init; }

    public required IReadOnlyList<Service> NewServices { get; init; }

    public required IReadOnlyList<ServiceChange> Changes { get; init; }

    /// <summary>Services that stand here as the file tells them.</summary>
    public required int Unchanged { get; init; }

    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    public required IReadOnlyList<RowFault> Faults { get; init; }

    /// <summary>What the file does not say and is written down nevertheless, in sentences.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Locations by what the regulator found; null for those it has not rated.</summary>
    public required IReadOnlyList<(RegulatorRating? Rating, int Locations)> Ratings { get; init; }

    public int ToImport => NewServices.Count + Changes.Count;

    /// <summary>Rows that have a fault.</summary>
    public int FailingRows => Faults.Select(f => f.Row).Distinct().Count();

    /// <summary>The same for two plans that do the same: what was looked at is what is done.</summary>
    public string Fingerprint
    {
        get
        {
            var lines = NewServices.Select(s => $"new {s.LocationCode} {s.Name} {s.ClosedOn:O}")
                .Concat(Changes.Select(c => $"change {c.It.LocationCode} {string.Join(' ', c.What)}"))
                .Concat(Faults.Select(f => $"fault {f.Row}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
        }
    }
}
