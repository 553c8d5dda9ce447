using System.Text.Json;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Domain.Partnerships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Governance;

internal sealed class RegisterEntryConfiguration : IEntityTypeConfiguration<RegisterEntry>
{
    // Values never change in place: others are put in their place, so the reference tells whether they are others.
    private static readonly ValueComparer<IReadOnlyDictionary<string, string>> SameValues = new((one, other) => ReferenceEquals(one, other), values => values.GetHashCode(), values => values);

    public void Configure(EntityTypeBuilder<RegisterEntry> builder)
    {
        builder.Property(e => e.KindCode).HasMaxLength(40);
        builder.Property(e => e.Title).HasMaxLength(RegisterEntry.MaxTitleLength);
        builder.Property(e => e.Category).HasMaxLength(120);
        builder.Property(e => e.State).HasMaxLength(40);
        builder.Property(e => e.Decision).HasMaxLength(RegisterEntry.MaxTextLength);
        builder.Property(e => e.DecidedByName).HasMaxLength(120);
        builder.Property(e => e.Values).HasColumnType("jsonb").HasConversion(
            values => JsonSerializer.Serialize(values, JsonSerializerOptions.Default), json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!, SameValues);
        builder.Ignore(e => e.IsOpen).Ignore(e => e.Kind);
        builder.HasAlternateKey(e => new { e.PartnershipId, e.Id });
        builder.HasIndex(e => new { e.PartnershipId, e.KindCode, e.FoundOn, e.Id }).IsDescending(false, false, true, true);
        builder.HasOne<Partnership>().WithMany().HasForeignKey(e => e.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Locality>().WithMany().HasForeignKey(e => e.LocalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Version).IsRowVersion();

        // Whoever writes: nothing is closed without a change that closed it or a decision.
        builder.ToTable(t => t.HasCheckConstraint("ck_register_entries_closed", "(state = 'open') = (closed_on IS NULL) AND (state = 'open' OR decision IS NOT NULL OR delivered_by IS NOT NULL)"));
    }
}

internal sealed class RegisterVoteConfiguration : IEntityTypeConfiguration<RegisterVote>
{
    public void Configure(EntityTypeBuilder<RegisterVote> builder)
    {
        builder.HasKey(v => new { v.EntryId, v.AccountId });
        builder.HasOne<RegisterEntry>().WithMany().HasForeignKey(v => new { v.PartnershipId, v.EntryId }).HasPrincipalKey(e => new { e.PartnershipId, e.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.PartnershipId, v.AccountId });
    }
}
