using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence.Conventions;
using CareCommissioning.Persistence.Identities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Placements;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people", t => t.HasCheckConstraint("ck_people_birth_year", "birth_year between 1880 and 2200"));
        builder.Property(p => p.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.Property(p => p.PostcodeDistrict).HasMaxLength(Person.MaxPostcodeDistrictLength).Is(DataClass.SpecialCategory);
        builder.Property(p => p.BirthYear).Is(DataClass.SpecialCategory);
        builder.Ignore(p => p.Reference);
        builder.HasAlternateKey(p => new { p.PartnershipId, p.Id });
        builder.HasIndex(p => p.TeamId);

        // Foreign key checks pass by row security, so a team is referenced together with its partnership.
        builder.HasOne<Team>().WithMany().HasForeignKey(p => new { p.PartnershipId, p.TeamId }).HasPrincipalKey(t => new { t.PartnershipId, t.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Version).IsRowVersion();
    }
}

internal sealed class SealedIdentityConfiguration : IEntityTypeConfiguration<SealedIdentity>
{
    public void Configure(EntityTypeBuilder<SealedIdentity> builder)
    {
        builder.ToTable("person_identities");
        builder.HasKey(i => i.PersonId);
        builder.Property(i => i.Content).Is(DataClass.Identifiable);
        builder.Property(i => i.LookUp).Is(DataClass.Secret);
        builder.HasIndex(i => new { i.PartnershipId, i.LookUp }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(i => new { i.PartnershipId, i.PersonId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.Property(i => i.Version).IsRowVersion();
    }
}

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        // One person is not placed twice with one service at a time: an exclusion constraint in the migration.
        builder.Property(p => p.EndNote).HasMaxLength(Placement.MaxNoteLength).Is(DataClass.SpecialCategory);
        builder.Property(p => p.UrgentReason).HasMaxLength(Placement.MaxNoteLength).Is(DataClass.SpecialCategory);
        builder.Property(p => p.EndReason).Is(DataClass.SpecialCategory);
        builder.Property(p => p.LegalBasis).Is(DataClass.SpecialCategory);
        builder.Property(p => p.CpaSince).Is(DataClass.SpecialCategory);
        builder.Property(p => p.Cluster).Is(DataClass.SpecialCategory);
        builder.Property(p => p.ClusterAssessedOn).Is(DataClass.SpecialCategory);
        builder.Ignore(p => p.LatestTerms).Ignore(p => p.IsBeforeStart).Ignore(p => p.Missing).Ignore(p => p.Latest);
        builder.HasAlternateKey(p => new { p.PartnershipId, p.Id });

        // Each leads with the scope of one kind of actor and ends in the order of the list.
        builder.HasIndex(p => new { p.PartnershipId, p.StartsOn, p.Id }).IsDescending(false, true, true);
        builder.HasIndex(p => new { p.ProviderId, p.StartsOn, p.Id }).IsDescending(false, true, true);
        builder.HasIndex(p => new { p.TeamId, p.StartsOn, p.Id }).IsDescending(false, true, true);
        builder.HasIndex(p => new { p.CareCoordinatorId, p.Stage, p.NextReviewOn });
        builder.HasIndex(p => new { p.PartnershipId, p.Stage, p.NextReviewOn }).IncludeProperties(p => new { p.LastReviewedOn, p.CpaSince, p.PersonId, p.Id, p.ServiceId });
        builder.HasIndex(p => new { p.PartnershipId, p.StartsOn }, "ix_placements_not_approved").HasFilter("approved_at IS NULL");
        builder.HasIndex(p => new { p.ServiceId, p.Stage, p.PartnershipId });
        builder.HasIndex(p => new { p.PartnershipId, p.PersonId });

        builder.HasOne<Person>().WithMany().HasForeignKey(p => new { p.PartnershipId, p.PersonId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(p => new { p.PartnershipId, p.TeamId }).HasPrincipalKey(t => new { t.PartnershipId, t.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Service>().WithMany().HasForeignKey(p => new { p.ProviderId, p.ServiceId }).HasPrincipalKey(s => new { s.ProviderId, s.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.CareCoordinatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.ApprovedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Terms).WithOne().HasForeignKey(t => new { t.PartnershipId, t.PlacementId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Reviews).WithOne().HasForeignKey(r => new { r.PartnershipId, r.PlacementId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Goals).WithOne().HasForeignKey(g => new { g.PartnershipId, g.PlacementId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Circumstances).WithOne().HasForeignKey(c => new { c.PartnershipId, c.PlacementId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.Property(p => p.Version).IsRowVersion();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_placements_period", "ended_on > starts_on");
            t.HasCheckConstraint("ck_placements_ended", "(stage = 'Ended') = (ended_on is not null) and (stage = 'Ended') = (end_reason is not null)");
            t.HasCheckConstraint("ck_placements_service", "(service_id is null) = (provider_id is null) and (stage in ('Referred', 'Withdrawn') or service_id is not null)");
            t.HasCheckConstraint(
                "ck_placements_under_way",
                "stage <> 'Started' or (care_coordinator_id is not null and next_review_on is not null and legal_basis is not null and (approved_at is not null or urgent_reason is not null))");
            t.HasCheckConstraint("ck_placements_cluster", $"cluster between 0 and {CareClusters.Highest} and cluster <> {CareClusters.Blank} and (cluster is null) = (cluster_assessed_on is null)");
        });
    }
}

internal sealed class PlacementTermsConfiguration : IEntityTypeConfiguration<PlacementTerms>
{
    public void Configure(EntityTypeBuilder<PlacementTerms> builder)
    {
        // Terms of one placement never overlap: an exclusion constraint in the migration.
        builder.ToTable("placement_terms", t =>
        {
            t.HasCheckConstraint("ck_placement_terms_period", "valid_to > valid_from");
            t.HasCheckConstraint("ck_placement_terms_weekly_fee", $"weekly_fee > 0 and weekly_fee <= {Fees.Highest:0}");
            t.HasCheckConstraint(
                "ck_placement_terms_shares",
                "least(nhs_share, council_share, pooled_share, other_share, person_share) >= 0 and nhs_share + council_share + pooled_share + other_share + person_share = 100");
        });
        // With an id of its own a row that joins a placement is a new one, not one to be changed.
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.WeeklyFee).HasPrecision(10, 2).Is(DataClass.Commercial);
        builder.Property(t => t.NhsShare).HasPrecision(5, 2);
        builder.Property(t => t.CouncilShare).HasPrecision(5, 2);
        builder.Property(t => t.PooledShare).HasPrecision(5, 2);
        builder.Property(t => t.OtherShare).HasPrecision(5, 2);
        builder.Property(t => t.PersonShare).HasPrecision(5, 2);
        builder.Property(t => t.Reference).HasMaxLength(PlacementTerms.MaxReferenceLength);
        builder.Ignore(t => t.Shares);
        builder.HasIndex(t => new { t.PartnershipId, t.PlacementId, t.ValidFrom }).IsUnique();
        builder.HasIndex(t => t.PlacementId).IncludeProperties(t => new { t.PartnershipId, t.ValidFrom, t.ValidTo, t.WeeklyFee });
    }
}

internal sealed class PlacementReviewConfiguration : IEntityTypeConfiguration<PlacementReview>
{
    public void Configure(EntityTypeBuilder<PlacementReview> builder)
    {
        builder.ToTable("placement_reviews", t => t.HasCheckConstraint("ck_placement_reviews_next", "next_due_on > reviewed_on"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Summary).HasMaxLength(PlacementReview.MaxSummaryLength).Is(DataClass.SpecialCategory);
        builder.Property(r => r.Decision).Is(DataClass.SpecialCategory);
        builder.Ignore(r => r.DaysLate);
        builder.HasIndex(r => new { r.PartnershipId, r.PlacementId, r.ReviewedOn }).IsUnique();
        builder.HasIndex(r => r.PlacementId);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.ReviewedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlacementGoalConfiguration : IEntityTypeConfiguration<PlacementGoal>
{
    public void Configure(EntityTypeBuilder<PlacementGoal> builder)
    {
        builder.ToTable("placement_goals", t => t.HasCheckConstraint("ck_placement_goals_closed", "(state = 'Open') = (closed_on is null)"));
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Text).HasMaxLength(PlacementGoal.MaxTextLength).Is(DataClass.SpecialCategory);
        builder.Property(g => g.State).Is(DataClass.SpecialCategory);
        builder.HasIndex(g => g.PlacementId);
    }
}

internal sealed class PlacementCircumstancesConfiguration : IEntityTypeConfiguration<PlacementCircumstances>
{
    public void Configure(EntityTypeBuilder<PlacementCircumstances> builder)
    {
        builder.ToTable("placement_circumstances", t =>
        {
            t.HasCheckConstraint("ck_placement_circumstances_range", $"least(company, hope, self, meaning, control) >= 0 and greatest(company, hope, self, meaning, control) <= {RecoveryAnswers.Highest}");
            t.HasCheckConstraint("ck_placement_circumstances_all", "num_nulls(company, hope, self, meaning, control) in (0, 5)");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Housing).Is(DataClass.SpecialCategory);
        builder.Property(c => c.Work).Is(DataClass.SpecialCategory);
        builder.Property(c => c.Company).Is(DataClass.SpecialCategory);
        builder.Property(c => c.Hope).Is(DataClass.SpecialCategory);
        builder.Property(c => c.Self).Is(DataClass.SpecialCategory);
        builder.Property(c => c.Meaning).Is(DataClass.SpecialCategory);
        builder.Property(c => c.Control).Is(DataClass.SpecialCategory);
        builder.Ignore(c => c.Circumstances);
        builder.HasIndex(c => new { c.PartnershipId, c.PlacementId, c.AsOf });
        builder.HasIndex(c => c.PlacementId);
    }
}

internal sealed class ReviewSettingConfiguration : IEntityTypeConfiguration<ReviewSetting>
{
    public void Configure(EntityTypeBuilder<ReviewSetting> builder)
    {
        builder.ToTable("review_settings", t => t.HasCheckConstraint("ck_review_settings_interval", "months >= 0 and days >= 0 and months + days > 0"));
        builder.HasKey(s => new { s.PartnershipId, s.Cause });
        builder.Ignore(s => s.Interval);
        builder.HasOne<Partnership>().WithMany().HasForeignKey(s => s.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(s => s.Version).IsRowVersion();
    }
}
