using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Messages;

internal sealed class OutboxEmailConfiguration : IEntityTypeConfiguration<OutboxEmail>
{
    public void Configure(EntityTypeBuilder<OutboxEmail> builder)
    {
        builder.ToTable("outbox_emails");
        builder.Property(e => e.To).HasMaxLength(Account.MaxEmailLength).Is(DataClass.Personal);
        builder.Property(e => e.Subject).HasMaxLength(OutboxEmail.MaxSubjectLength);
        builder.Property(e => e.Body).Is(DataClass.Secret);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.RecipientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => e.NextAttemptAt).HasFilter("next_attempt_at is not null");
    }
}
