using System.Text.Json;
using CareCommissioning.Domain.Pathways;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Pathways;

internal sealed class CarePackageConfiguration : IEntityTypeConfiguration<CarePackage>
{
    public void Configure(EntityTypeBuilder<CarePackage> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(CarePackage.MaxNameLength);
        builder.Property(p => p.ForWhom).HasMaxLength(CarePackage.MaxTextLength);
        AsJson(builder.Property(p => p.Lines));
        AsJson(builder.Property(p => p.Benefits));
        builder.HasIndex(p => new { p.PathwayId, p.Name }).IsUnique();
        builder.HasOne<Pathway>().WithMany().HasForeignKey(p => new { p.PartnershipId, p.PathwayId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Version).IsRowVersion();
    }

    // Lists never change in place: others are put in their place, so the reference tells whether they are others.
    private static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasColumnType("jsonb").HasConversion(
        list => JsonSerializer.Serialize(list, MapDocument.Options),
        json => JsonSerializer.Deserialize<List<T>>(json, MapDocument.Options)!,
        new ValueComparer<IReadOnlyList<T>>((one, other) => ReferenceEquals(one, other), list => list.GetHashCode(), list => list));
}
