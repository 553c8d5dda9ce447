using CareCommissioning.Web.Pages.Collaboration;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Sign;

/// <summary>Who is asked to sign a version.</summary>
public sealed class SignatureForm
{
    public PartiesForm Parties { get; set; } = new();
}

internal sealed class SignatureFormRules : AbstractValidator<SignatureForm>
{
    public SignatureFormRules() => RuleFor(f => f.Parties).SetValidator(new PartiesFormRules());
}
