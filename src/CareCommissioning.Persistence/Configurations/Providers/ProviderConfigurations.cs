using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareCommissioning.Persistence.Configurations.Providers;

internal sealed class ServiceConfiguration : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(Service.MaxNameLength);
        builder.Property(s => s.Postcode).HasMaxLength(Service.MaxPostcodeLength);
        builder.Property(s => s.LocationCode).HasMaxLength(Service.MaxLocationCodeLength);
        builder.Ignore(s => s.Existed);
        builder.HasIndex(s => new { s.PartnershipId, s.LocationCode }).IsUnique();
        builder.HasIndex(s => new { s.Name, s.Id });
        builder.HasIndex(s => s.ProviderId);

        // A placement names the service together with its provider, which so cannot differ.
        builder.HasAlternateKey(s => new { s.ProviderId, s.Id });
        builder.HasOne<Partnership>().WithMany().HasForeignKey(s => s.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Locality>().WithMany().HasForeignKey(s => new { s.PartnershipId, s.LocalityId })
            .HasPrincipalKey(l => new { l.PartnershipId, l.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(s => s.Version).IsRowVersion();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_services_period", "closed_on > opened_on");
            t.HasCheckConstraint("ck_services_places", $"places between 0 and {Service.MaxPlaces}");
        });
    }
}
