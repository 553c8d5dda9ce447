using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Auditing;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Auditing;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // No foreign keys: the log outlives what it tells of.
        builder.ToTable("audit_entries");
        builder.HasKey(e => new { e.ChainId, e.Sequence });
        builder.Property(e => e.Changes).HasColumnType("jsonb");
        builder.Property(e => e.ActorName).HasMaxLength(Account.MaxNameLength);
        builder.Property(e => e.Page).HasMaxLength(CurrentActor.MaxPageLength);
        builder.Property(e => e.Address).HasMaxLength(CurrentActor.MaxAddressLength).Is(DataClass.Personal);
        builder.HasIndex(e => new { e.RootTable, e.RootId, e.Sequence });
        builder.HasIndex(e => new { e.ChainId, e.ActorId, e.Sequence });
        builder.HasIndex(e => new { e.ChainId, e.At });
    }
}
