using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Collaboration;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(a => a.Title).HasMaxLength(Agreement.MaxTitleLength);
        builder.Property(a => a.Fingerprint).HasMaxLength(64);
        builder.Property(a => a.OpenedByName).HasMaxLength(120).Is(DataClass.Personal);
        builder.Property(a => a.WithdrawnBecause).HasMaxLength(Agreement.MaxReasonLength);
        builder.Ignore(a => a.AllAgree);
        builder.HasAlternateKey(a => new { a.PartnershipId, a.Id });
        builder.HasIndex(a => new { a.PartnershipId, a.OpenedAt, a.Id }).IsDescending(false, true, true);

        // One at a time asks about the same thing.
        builder.HasIndex(a => a.SubjectId).IsUnique().HasFilter("state <> 'Withdrawn'");
        builder.HasOne<Partnership>().WithMany().HasForeignKey(a => a.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.OpenedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Parties).WithOne().HasForeignKey(p => new { p.PartnershipId, p.AgreementId }).HasPrincipalKey(a => new { a.PartnershipId, a.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Positions).WithOne().HasForeignKey(p => new { p.PartnershipId, p.AgreementId }).HasPrincipalKey(a => new { a.PartnershipId, a.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.Version).IsRowVersion();
    }
}

internal sealed class AgreementPartyConfiguration : IEntityTypeConfiguration<AgreementParty>
{
    public void Configure(EntityTypeBuilder<AgreementParty> builder)
    {
        builder.ToTable("agreement_parties");
        builder.HasKey(p => new { p.AgreementId, p.OrganisationId });
        builder.HasIndex(p => p.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgreementPositionConfiguration : IEntityTypeConfiguration<AgreementPosition>
{
    public void Configure(EntityTypeBuilder<AgreementPosition> builder)
    {
        builder.ToTable("agreement_positions");
        builder.HasKey(p => new { p.AgreementId, p.Number });
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(Agreement.MaxReasonLength);
        builder.Property(p => p.ByName).HasMaxLength(120).Is(DataClass.Personal);
        builder.Property(p => p.ByRole).HasMaxLength(60);

        // Nobody signs for an organisation that was not asked.
        builder.HasOne<AgreementParty>().WithMany().HasForeignKey(p => new { p.AgreementId, p.OrganisationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.By).OnDelete(DeleteBehavior.Restrict);
    }
}
