using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Conventions;
using CareCommissioning.Persistence.Keys;
using CareCommissioning.Persistence.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public const string PrimaryKey = "pk_submissions";

    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.HasKey(s => new { s.AccountId, s.FormKey });
        builder.Property(s => s.Page).HasMaxLength(CurrentActor.MaxPageLength);
        builder.Property(s => s.ResultUrl).HasMaxLength(Submission.MaxUrlLength);
        builder.HasIndex(s => s.At);
    }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.Property(k => k.Name).HasMaxLength(200);
        builder.HasIndex(k => k.Name).IsUnique();
        builder.Property(k => k.Xml).Is(DataClass.Secret);
    }
}
