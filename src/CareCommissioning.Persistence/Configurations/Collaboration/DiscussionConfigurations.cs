using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Collaboration;

internal sealed class DiscussionConfiguration : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> builder)
    {
        builder.Property(d => d.PartName).HasMaxLength(Discussion.MaxPartNameLength);
        builder.HasAlternateKey(d => new { d.PartnershipId, d.Id });
        builder.HasIndex(d => new { d.SubjectId, d.StartedAt, d.Id }).IsDescending(false, true, true);
        builder.HasIndex(d => new { d.PartnershipId, d.State });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(d => d.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.StartedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Entries).WithOne().HasForeignKey(e => new { e.PartnershipId, e.DiscussionId }).HasPrincipalKey(d => new { d.PartnershipId, d.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(d => d.Version).IsRowVersion();
    }
}

internal sealed class DiscussionEntryConfiguration : IEntityTypeConfiguration<DiscussionEntry>
{
    public void Configure(EntityTypeBuilder<DiscussionEntry> builder)
    {
        builder.ToTable("discussion_entries");
        builder.HasKey(e => new { e.DiscussionId, e.Number });
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Text).HasMaxLength(Discussion.MaxTextLength);
        builder.Property(e => e.ByName).HasMaxLength(120).Is(DataClass.Personal);
        builder.Property(e => e.ByRole).HasMaxLength(60);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.By).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
