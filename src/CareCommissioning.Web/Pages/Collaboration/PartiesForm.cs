using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CareCommissioning.Web.Pages.Collaboration;

/// <summary>Who is asked to sign: the NHS commissioner and the council always, others as one likes (S0-011).</summary>
public sealed class PartiesForm
{
    [Display(Name = "NHS commissioner that signs")] public Guid? Nhs { get; set; }

    [Display(Name = "council that signs")] public Guid? Council { get; set; }

    /// <summary>Others without whom nothing is agreed.</summary>
    [Display(Name = "who else must sign")] public List<Guid> MustSign { get; set; } = [];

    /// <summary>Others who are heard.</summary>
    [Display(Name = "who else is asked")] public List<Guid> Asked { get; set; } = [];

    /// <summary>Who can be chosen.</summary>
    [BindNever]
    public PartyChoices Choices { get; set; } = PartyChoices.None;

    /// <summary>Everybody once; who must sign is not only asked.</summary>
    public IEnumerable<(Guid Organisation, bool MustSign)> All()
    {
        Guid[] must = [.. new[] { Nhs!.Value, Council!.Value }.Concat(MustSign).Distinct()];
        return must.Select(id => (id, true)).Concat(Asked.Distinct().Except(must).Select(id => (id, false)));
    }
}

internal sealed class PartiesFormRules : AbstractValidator<PartiesForm>
{
    public PartiesFormRules()
    {
        RuleFor(f => f.Nhs).NotNull().WithMessage("Choose the NHS commissioner that signs");
        RuleFor(f => f.Council).NotNull().WithMessage("Choose the council that signs");
    }
}
