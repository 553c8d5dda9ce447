using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations;

internal sealed class CheckedUploadConfiguration : IEntityTypeConfiguration<CheckedUpload>
{
    public void Configure(EntityTypeBuilder<CheckedUpload> builder)
    {
        builder.ToTable("checked_uploads", t => t.HasCheckConstraint("ck_checked_uploads_content", $"length(content) <= {CheckedUpload.MaxBytes}"));
        builder.Property(u => u.FileName).HasMaxLength(CheckedUpload.MaxNameLength);
        builder.HasIndex(u => new { u.PartnershipId, u.UploadedAt });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(u => u.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(u => u.UploadedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
