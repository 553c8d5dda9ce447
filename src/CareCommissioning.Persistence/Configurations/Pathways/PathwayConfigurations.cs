using System.Text.Json;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Pathways;

internal sealed class PathwayConfiguration : IEntityTypeConfiguration<Pathway>
{
    public void Configure(EntityTypeBuilder<Pathway> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(Pathway.MaxNameLength);
        builder.Property(p => p.Condition).HasMaxLength(Pathway.MaxNameLength);
        builder.Property(p => p.Inclusion).HasMaxLength(PathwayMap.MaxTextLength);
        builder.Property(p => p.PrevalenceSource).HasMaxLength(PathwayMap.MaxTextLength);
        builder.Ignore(p => p.Cohort);
        builder.HasAlternateKey(p => new { p.PartnershipId, p.Id });
        builder.HasIndex(p => new { p.PartnershipId, p.Name }).IsUnique();
        builder.HasOne<Partnership>().WithMany().HasForeignKey(p => p.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Version).IsRowVersion();
        builder.ToTable(t => t.HasCheckConstraint("ck_pathways_registered_people", "registered_people >= 0"));
    }
}

internal sealed class PathwayVersionConfiguration : IEntityTypeConfiguration<PathwayVersion>
{
    // A map never changes in place: another one is put in its place, so the reference tells whether it is another.
    private static readonly ValueComparer<PathwayMap> SameMap = new((one, other) => ReferenceEquals(one, other), map => map.GetHashCode(), map => map);

    private static readonly ValueComparer<VersionGrounds> SameGrounds = new((one, other) => ReferenceEquals(one, other), grounds => grounds.GetHashCode(), grounds => grounds);

    public void Configure(EntityTypeBuilder<PathwayVersion> builder)
    {
        builder.Property(v => v.Grounds).HasColumnType("jsonb").HasDefaultValue(VersionGrounds.Empty).HasConversion(
            grounds => JsonSerializer.Serialize(grounds, MapDocument.Options), json => JsonSerializer.Deserialize<VersionGrounds>(json, MapDocument.Options)!, SameGrounds);
        builder.Property(v => v.Map).HasColumnType("jsonb").HasConversion(map => MapDocument.Write(map), json => MapDocument.Read(json), SameMap);
        builder.Ignore(v => v.MayChange);
        builder.HasAlternateKey(v => new { v.PartnershipId, v.Id });
        builder.HasIndex(v => new { v.PathwayId, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.PartnershipId, v.State });
        builder.HasOne<Pathway>().WithMany().HasForeignKey(v => new { v.PartnershipId, v.PathwayId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(v => v.Version).IsRowVersion();
    }
}

internal sealed class PathwayChangeConfiguration : IEntityTypeConfiguration<PathwayChange>
{
    public void Configure(EntityTypeBuilder<PathwayChange> builder)
    {
        builder.HasKey(c => new { c.VersionId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Summary).HasMaxLength(PathwayChange.MaxSummaryLength);
        builder.Property(c => c.Content).HasColumnType("jsonb");
        builder.Property(c => c.ByName).HasMaxLength(120);
        builder.Ignore(c => c.Elements);
        builder.HasOne<PathwayVersion>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.VersionId }).HasPrincipalKey(v => new { v.PartnershipId, v.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsensusStatementConfiguration : IEntityTypeConfiguration<ConsensusStatement>
{
    public void Configure(EntityTypeBuilder<ConsensusStatement> builder)
    {
        builder.Property(s => s.Statement).HasMaxLength(ConsensusStatement.MaxTextLength);
        builder.Property(s => s.Evidence).HasMaxLength(ConsensusStatement.MaxEvidenceLength);
        builder.Property(s => s.ByName).HasMaxLength(120).Is(DataClass.Personal);
        builder.HasIndex(s => new { s.PathwayId, s.At, s.Id }).IsDescending(false, true, true);
        builder.HasOne<Pathway>().WithMany().HasForeignKey(s => new { s.PartnershipId, s.PathwayId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}
