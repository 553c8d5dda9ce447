using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Pages.Teams;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Services;

/// <summary>What is told of a service.</summary>
public sealed class ServiceForm
{
    /// <summary>Why a location code cannot be given.</summary>
    public const string LocationIsTaken = "Another service of your partnership has this location code";

    public uint Version { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "type")] public ServiceType? Type { get; set; }

    [Display(Name = "the number of places")] public int? Places { get; set; }

    [Display(Name = "locality")] public Guid? Locality { get; set; }

    [Display(Name = "postcode")] public string? Postcode { get; set; }

    [Display(Name = "location code")] public string? LocationCode { get; set; }

    /// <summary>Localities to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Localities { get; private set; } = [];

    /// <summary>The form of a service as it is.</summary>
    public static ServiceForm Of(Service it) => new()
    {
        Version = it.Version,
        Name = it.Name,
        Type = it.Type,
        Places = it.Places,
        Locality = it.LocalityId,
        Postcode = it.Postcode,
        LocationCode = it.LocationCode,
    };

    public async Task OfferLocalitiesAsync(CareDbContext db, CancellationToken cancel) => Localities = await TeamForm.LocalitiesAsync(db, cancel);

    /// <summary>Null, or why the locality that was sent was none to choose.</summary>
    public Refusal? RefuseLocality() =>
        Locality is null || Localities.Any(l => l.Value == Locality.ToString()) ? null : new Refusal("no-such-locality", "Choose a locality from the list");

    /// <summary>What was typed, once it is valid.</summary>
    public ServiceDescription ToDescription() => new(
        Name!.Trim(),
        Type!.Value,
        Places!.Value,
        Locality,
        string.IsNullOrWhiteSpace(Postcode) ? null : Postcodes.Tidy(Postcode),
        string.IsNullOrWhiteSpace(LocationCode) ? null : LocationCode.Trim());
}

internal sealed class ServiceFormRules : AbstractValidator<ServiceForm>
{
    public ServiceFormRules()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the service")
            .MaximumLength(Service.MaxNameLength).WithMessage($"The name must be {Service.MaxNameLength} characters or fewer");
        RuleFor(f => f.Type).NotNull().WithMessage("Choose the type of service")
            .IsInEnum().WithMessage("Choose the type of service");
        RuleFor(f => f.Places).NotNull().WithMessage("Enter how many places it has, or 0 where there is no limit or it is not known")
            .InclusiveBetween(0, Service.MaxPlaces).WithMessage($"The number of places must be between 0 and {Service.MaxPlaces}");
        RuleFor(f => f.Postcode).Must(p => string.IsNullOrWhiteSpace(p) || Postcodes.Tidy(p) is not null).WithMessage("Enter a whole postcode, like L8 1AA");
        RuleFor(f => f.LocationCode).MaximumLength(Service.MaxLocationCodeLength).WithMessage($"The location code must be {Service.MaxLocationCodeLength} characters or fewer");
    }
}
