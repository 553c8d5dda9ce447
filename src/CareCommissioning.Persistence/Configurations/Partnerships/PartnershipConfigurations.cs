using CareCommissioning.Domain.Partnerships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Partnerships;

internal sealed class PartnershipConfiguration : IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<Partnership> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(Partnership.MaxNameLength);
        builder.Property(p => p.Slug).HasMaxLength(Partnership.MaxSlugLength);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.Property(p => p.Version).IsRowVersion();
    }
}

internal sealed class LocalityConfiguration : IEntityTypeConfiguration<Locality>
{
    public void Configure(EntityTypeBuilder<Locality> builder)
    {
        builder.Property(l => l.Name).HasMaxLength(Locality.MaxNameLength);
        builder.Property(l => l.AreaCode).HasMaxLength(Locality.MaxCodeLength);
        builder.HasIndex(l => new { l.PartnershipId, l.Name }).IsUnique();
        builder.HasAlternateKey(l => new { l.PartnershipId, l.Id });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(l => l.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(l => l.Version).IsRowVersion();
    }
}

internal sealed class OrganisationKindConfiguration : IEntityTypeConfiguration<OrganisationKind>
{
    public void Configure(EntityTypeBuilder<OrganisationKind> builder)
    {
        builder.HasKey(k => k.Code);
        builder.Property(k => k.Code).HasMaxLength(OrganisationKind.MaxCodeLength);
        builder.Property(k => k.Name).HasMaxLength(OrganisationKind.MaxNameLength);
        builder.Ignore(k => k.Existed);
        builder.HasOne<OrganisationKind>().WithMany().HasForeignKey(k => k.SuccessorCode).OnDelete(DeleteBehavior.Restrict);
        builder.Property(k => k.Version).IsRowVersion();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_organisation_kinds_period", "valid_to > valid_from");
            t.HasCheckConstraint("ck_organisation_kinds_sector", "(function = 'Provider') = (sector is not null)");
        });
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Name).HasMaxLength(Organisation.MaxNameLength);
        builder.Property(o => o.Code).HasMaxLength(Organisation.MaxCodeLength);
        builder.Ignore(o => o.Existed);
        builder.HasIndex(o => new { o.PartnershipId, o.Code }).IsUnique();
        builder.HasIndex(o => new { o.Name, o.Id });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(o => o.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrganisationKind>().WithMany().HasForeignKey(o => o.KindCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MemberOfId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Names).WithOne().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(o => o.Partnerships).WithOne().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(o => o.Version).IsRowVersion();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_organisations_period", "closed_on > opened_on");
            t.HasCheckConstraint("ck_organisations_successor", "successor_id <> id");
            t.HasCheckConstraint("ck_organisations_member_of", "member_of_id <> id");
        });
    }
}

internal sealed class OrganisationNameConfiguration : IEntityTypeConfiguration<OrganisationName>
{
    public void Configure(EntityTypeBuilder<OrganisationName> builder)
    {
        // Names of one organisation never overlap: an exclusion constraint in the migration.
        builder.ToTable("organisation_names");
        builder.HasKey(n => new { n.OrganisationId, n.ValidFrom });
        builder.Property(n => n.Name).HasMaxLength(Organisation.MaxNameLength);
    }
}

internal sealed class PartnershipMemberConfiguration : IEntityTypeConfiguration<PartnershipMember>
{
    public void Configure(EntityTypeBuilder<PartnershipMember> builder)
    {
        builder.ToTable("partnership_members", t => t.HasCheckConstraint("ck_partnership_members_period", "valid_to > valid_from"));
        builder.HasKey(m => new { m.PartnershipId, m.OrganisationId });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(m => m.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.OrganisationId);

        // Two administrators of two partnerships may decide at once: the second is told.
        builder.Property(m => m.AcceptedOn).IsConcurrencyToken();
        builder.Property(m => m.ValidTo).IsConcurrencyToken();
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(Team.MaxNameLength);
        builder.HasIndex(t => new { t.PartnershipId, t.Name }).IsUnique();
        builder.HasAlternateKey(t => new { t.PartnershipId, t.Id });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(t => t.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);

        // Foreign key checks pass by row security, so a locality is referenced together with its partnership.
        builder.HasOne<Locality>().WithMany().HasForeignKey(t => new { t.PartnershipId, t.LocalityId })
            .HasPrincipalKey(l => new { l.PartnershipId, l.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Domain.Accounts.Account>().WithMany().HasForeignKey(t => t.ManagerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Members).WithOne().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(t => t.Version).IsRowVersion();
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("team_members");
        builder.HasKey(m => new { m.TeamId, m.AccountId });
        builder.HasOne<Domain.Accounts.Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
