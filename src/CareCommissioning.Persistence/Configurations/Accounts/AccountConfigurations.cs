using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.DisplayName).HasMaxLength(Account.MaxNameLength).Is(DataClass.Personal);
        builder.Property(a => a.AcceptedUseVersion).HasMaxLength(20);
        builder.HasIndex(a => new { a.OrganisationId, a.DisplayName, a.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Credentials).WithOne().HasForeignKey<Credentials>(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(a => a.Version).IsRowVersion();
        builder.ToTable(t => t.HasCheckConstraint("ck_accounts_period", "ends_on > starts_on"));
    }
}

internal sealed class CredentialsConfiguration : IEntityTypeConfiguration<Credentials>
{
    public void Configure(EntityTypeBuilder<Credentials> builder)
    {
        builder.ToTable("credentials");
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.Email).HasMaxLength(Account.MaxEmailLength).Is(DataClass.Personal);
        builder.Property(c => c.NormalizedEmail).HasMaxLength(Account.MaxEmailLength).Is(DataClass.Personal);
        builder.Property(c => c.PasswordHash).Is(DataClass.Secret);
        builder.Property(c => c.SecurityStamp).Is(DataClass.Secret);
        builder.Property(c => c.AuthenticatorKey).Is(DataClass.Secret);

        // One address signs in once, over all partnerships. Only signing in and accepting an invitation meet this index: an approver is never told.
        builder.HasIndex(c => c.NormalizedEmail).IsUnique();
        builder.HasMany(c => c.RecoveryCodes).WithOne().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(c => c.Version).IsRowVersion();
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(c => new { c.AccountId, c.Hash });
        builder.Property(c => c.Hash).Is(DataClass.Secret);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Email).HasMaxLength(Account.MaxEmailLength).Is(DataClass.Personal);
        builder.Property(i => i.DisplayName).HasMaxLength(Account.MaxNameLength).Is(DataClass.Personal);
        builder.Property(i => i.LinkHash).Is(DataClass.Secret);
        builder.HasIndex(i => i.LinkHash).IsUnique();
        builder.HasIndex(i => new { i.OrganisationId, i.CreatedAt, i.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.InvitedBy).OnDelete(DeleteBehavior.Restrict);
        builder.Property(i => i.Version).IsRowVersion();
        builder.ToTable(t => t.HasCheckConstraint("ck_invitations_period", "ends_on > starts_on"));
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.KeyHash).Is(DataClass.Secret);
        builder.Property(s => s.Address).HasMaxLength(Session.MaxAddressLength).Is(DataClass.Personal);
        builder.Property(s => s.Browser).HasMaxLength(Session.MaxBrowserLength).Is(DataClass.Personal);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => new { s.AccountId, s.StartedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Partnership>().WithMany().HasForeignKey(s => s.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(s => s.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}
