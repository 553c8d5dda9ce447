using System.ComponentModel.DataAnnotations;
using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements.Legal;

/// <summary>On what legal basis somebody is placed, and how their care is organised.</summary>
public sealed class LegalForm
{
    public uint Version { get; set; }

    [Display(Name = "legal basis")] public LegalBasis? Basis { get; set; }

    [Display(Name = "on the care programme approach")] public bool? OnCpa { get; set; }

    [Display(Name = "the first day on the care programme approach")] public DateOnly? CpaSince { get; set; }

    [Display(Name = "care cluster")] public int? Cluster { get; set; }

    [Display(Name = "the day the cluster was assessed")] public DateOnly? ClusterAssessedOn { get; set; }
}

internal sealed class LegalFormRules : AbstractValidator<LegalForm>
{
    public LegalFormRules()
    {
        RuleFor(f => f.Basis).NotNull().WithMessage("Choose the legal basis");
        RuleFor(f => f.OnCpa).NotNull().WithMessage("Say whether the person is on the care programme approach");
        RuleFor(f => f.CpaSince).NotNull().When(f => f.OnCpa == true).WithMessage("Enter the first day on the care programme approach");
        RuleFor(f => f.ClusterAssessedOn).NotNull().When(f => f.Cluster is not null).WithMessage("Enter the day the cluster was assessed");
        RuleFor(f => f.Cluster).NotNull().When(f => f.ClusterAssessedOn is not null).WithMessage("Enter the care cluster that was assessed on that day");
    }
}
