using System.ComponentModel.DataAnnotations;
using CareCommissioning.Web.Components.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Tests.Pages;

/// <summary>A form with one field of each kind, as a page of the product would write it.</summary>
public sealed class EveryFieldModel : PageModel
{
    [BindProperty]
    public EveryFieldForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<SelectListItem> Teams { get; } = [new("North", "north"), new("South", "south")];

    public IActionResult OnPost() => ModelState.IsValid ? this.Done($"Saved {Form.Name}", "/EveryField") : Page();
}

public enum EndReason
{
    [Display(Name = "Moved home", Description = "With family or alone")]
    MovedHome,
    DiedInService,
}

public sealed class EveryFieldForm
{
    public string Name { get; set; } = "";

    [DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    [Display(Name = "the weekly fee")]
    public decimal? Fee { get; set; }

    public int? Beds { get; set; }

    [Display(Name = "the date the placement ended")]
    public DateOnly? EndedOn { get; set; }

    public EndReason? Reason { get; set; }

    public List<string> Needs { get; set; } = [];

    public bool Accepted { get; set; }

    public string? Team { get; set; }

    [DataType(DataType.Password)]
    public string? Password { get; set; }

    public string? Email { get; set; }
}

public sealed class EveryFieldRules : AbstractValidator<EveryFieldForm>
{
    public EveryFieldRules()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Enter a name");
        RuleFor(form => form.EndedOn).NotNull().WithMessage("Enter the date the placement ended");
        RuleFor(form => form.Reason).NotNull().WithMessage("Choose why it ended");
        RuleFor(form => form.Fee).GreaterThan(0).WithMessage("The weekly fee must be more than £0");
    }
}
