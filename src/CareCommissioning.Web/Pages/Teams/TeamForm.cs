using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams;

/// <summary>A team's name and the part of the area it serves.</summary>
public sealed class TeamForm
{
    /// <summary>Why a name cannot be given.</summary>
    public const string NameIsTaken = "Another team of your partnership has this name";

    public uint Version { get; set; }

    [Display(Name = "name")] public string? Name { get; set; }

    [Display(Name = "locality")] public Guid? Locality { get; set; }

    /// <summary>Localities to choose from.</summary>
    public static Task<List<SelectListItem>> LocalitiesAsync(CareDbContext db, CancellationToken cancel) =>
        db.Localities.OrderBy(l => l.Name).Take(IndexModel.MostLocalities).Select(l => new SelectListItem(l.Name, l.Id.ToString())).ToListAsync(cancel);
}

internal sealed class TeamFormRules : AbstractValidator<TeamForm>
{
    public TeamFormRules() =>
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name of the team")
            .MaximumLength(Team.MaxNameLength).WithMessage($"The name must be {Team.MaxNameLength} characters or fewer");
}
