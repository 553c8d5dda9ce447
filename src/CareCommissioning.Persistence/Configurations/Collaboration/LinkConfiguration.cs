using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Collaboration;

internal sealed class LinkConfiguration : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.Property(l => l.ByName).HasMaxLength(120).Is(DataClass.Personal);
        builder.HasIndex(l => new { l.FromId, l.ToId }).IsUnique();
        builder.HasIndex(l => l.ToId);
        builder.HasOne<Partnership>().WithMany().HasForeignKey(l => l.PartnershipId).OnDelete(DeleteBehavior.Restrict);
    }
}
