using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services;

/// <summary>What narrows the list of services. Bound from the address; what nobody could have chosen filters nothing.</summary>
public sealed class ServiceFilters
{
    public const string Open = "open";
    public const string Closed = "closed";

    /// <summary>Part of the name, or of the location code.</summary>
    public string? Name { get; set; }

    public ServiceType? Type { get; set; }

    public Sector? Sector { get; set; }

    public Guid? Locality { get; set; }

    public Guid? Provider { get; set; }

    /// <summary><see cref="Open"/>, <see cref="Closed"/>, or anything else for all.</summary>
    public string? State { get; set; }

    public bool Any => !string.IsNullOrWhiteSpace(Name) || Type is not null || Sector is not null || Locality is not null || Provider is not null || State is Open or Closed;

    /// <param name="today">Closed means closed by today.</param>
    public IQueryable<Service> Apply(CareDbContext db, DateOnly today)
    {
        var services = db.Services.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Name))
        {
            var name = Name.Trim();
            var pattern = Like.Contains(name.Length > Service.MaxNameLength ? name[..Service.MaxNameLength] : name);
            services = services.Where(s => EF.Functions.ILike(s.Name, pattern, Like.Escape) || (s.LocationCode != null && EF.Functions.ILike(s.LocationCode, pattern, Like.Escape)));
        }

        if (Type is { } type)
        {
            services = services.Where(s => s.Type == type);
        }

        if (Sector is { } sector)
        {
            services = services.Where(s => db.Organisations.Any(o => o.Id == s.ProviderId && db.OrganisationKinds.Any(k => k.Code == o.KindCode && k.Sector == sector)));
        }

        if (Locality is { } locality)
        {
            services = services.Where(s => s.LocalityId == locality);
        }

        if (Provider is { } provider)
        {
            services = services.Where(s => s.ProviderId == provider);
        }

        return State switch
        {
            Open => services.Where(s => s.ClosedOn == null || s.ClosedOn > today),
            Closed => services.Where(s => s.ClosedOn <= today),
            _ => services,
        };
    }
}
