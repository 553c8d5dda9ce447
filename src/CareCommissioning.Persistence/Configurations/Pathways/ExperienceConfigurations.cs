using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Pathways;

internal sealed class BenefitConfiguration : IEntityTypeConfiguration<Benefit>
{
    public void Configure(EntityTypeBuilder<Benefit> builder)
    {
        builder.Property(b => b.Description).HasMaxLength(Benefit.MaxTextLength);
        builder.Property(b => b.StepName).HasMaxLength(PathwayMap.MaxNameLength);
        builder.Property(b => b.Reason).HasMaxLength(Benefit.MaxTextLength);
        builder.HasIndex(b => new { b.PathwayId, b.Id });
        builder.HasOne<Pathway>().WithMany().HasForeignKey(b => new { b.PartnershipId, b.PathwayId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Measure>().WithMany().HasForeignKey(b => new { b.PartnershipId, b.MeasureId }).HasPrincipalKey(m => new { m.PartnershipId, m.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(b => b.Version).IsRowVersion();
    }
}

internal sealed class ExperienceSessionConfiguration : IEntityTypeConfiguration<ExperienceSession>
{
    public void Configure(EntityTypeBuilder<ExperienceSession> builder)
    {
        builder.ToTable("experience_sessions", t => t.HasCheckConstraint("ck_experience_sessions_people", "people > 0"));
        builder.Property(s => s.Place).HasMaxLength(ExperienceSession.MaxNameLength);
        builder.Property(s => s.Facilitator).HasMaxLength(ExperienceSession.MaxNameLength);
        builder.Property(s => s.ByName).HasMaxLength(120).Is(DataClass.Personal);
        builder.HasAlternateKey(s => new { s.PartnershipId, s.Id });
        builder.HasIndex(s => new { s.PathwayId, s.HeldOn, s.Id }).IsDescending(false, true, true);
        builder.HasOne<Pathway>().WithMany().HasForeignKey(s => new { s.PartnershipId, s.PathwayId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Touchpoints).WithOne().HasForeignKey(t => new { t.PartnershipId, t.SessionId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.Property(s => s.Version).IsRowVersion();
    }
}

internal sealed class TouchpointConfiguration : IEntityTypeConfiguration<Touchpoint>
{
    public void Configure(EntityTypeBuilder<Touchpoint> builder)
    {
        builder.ToTable("experience_touchpoints", t => t.HasCheckConstraint("ck_experience_touchpoints_difficulty", "difficulty between 1 and 5"));
        builder.HasKey(t => new { t.SessionId, t.Number });
        builder.Property(t => t.Number).ValueGeneratedNever();
        builder.Property(t => t.StepName).HasMaxLength(PathwayMap.MaxNameLength);
        builder.Property(t => t.WhatHappened).HasMaxLength(Touchpoint.MaxTextLength);
        builder.Property(t => t.WouldHelp).HasMaxLength(Touchpoint.MaxTextLength);
    }
}
