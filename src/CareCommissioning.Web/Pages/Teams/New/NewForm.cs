using CareCommissioning.Web.Pages.Organisations;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Teams.New;

/// <summary>A new team and the organisation whose people work in it.</summary>
public sealed class NewForm
{
    public TeamForm Team { get; set; } = new();

    public OrganisationChoice Organisation { get; set; } = new();
}

internal sealed class NewFormRules : AbstractValidator<NewForm>
{
    public NewFormRules()
    {
        RuleFor(f => f.Team).SetValidator(new TeamFormRules());
        RuleFor(f => f.Organisation).SetValidator(new OrganisationChoiceRules());
        RuleFor(f => f.Organisation.Typed).NotEmpty().When(f => f.Organisation.IsEmpty).WithMessage("Enter the organisation the team belongs to");
    }
}
