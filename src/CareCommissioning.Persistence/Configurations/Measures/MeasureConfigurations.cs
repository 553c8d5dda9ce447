using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Measures;

internal sealed class MeasureConfiguration : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.Property(m => m.Name).HasMaxLength(Measure.MaxNameLength);
        builder.Property(m => m.Unit).HasMaxLength(Measure.MaxUnitLength);
        builder.Property(m => m.Counted).HasMaxLength(Measure.MaxTextLength);
        builder.Property(m => m.Source).HasMaxLength(Measure.MaxTextLength);
        builder.Property(m => m.BaselineValue).HasPrecision(18, 4);
        builder.Property(m => m.TargetValue).HasPrecision(18, 4);
        builder.Ignore(m => m.Values).Ignore(m => m.Latest).Ignore(m => m.IsComplete);
        builder.HasAlternateKey(m => new { m.PartnershipId, m.Id });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(m => m.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.CoOwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Observations).WithOne().HasForeignKey(o => new { o.PartnershipId, o.MeasureId }).HasPrincipalKey(m => new { m.PartnershipId, m.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(m => m.Version).IsRowVersion();
    }
}

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("measure_observations");
        builder.HasKey(o => new { o.MeasureId, o.Number });
        builder.Property(o => o.Number).ValueGeneratedNever();
        builder.Property(o => o.Value).HasPrecision(18, 4);
        builder.Property(o => o.Note).HasMaxLength(Observation.MaxNoteLength);
        builder.Property(o => o.ByName).HasMaxLength(120).Is(DataClass.Personal);
        builder.HasOne<Account>().WithMany().HasForeignKey(o => o.By).OnDelete(DeleteBehavior.Restrict);
    }
}
