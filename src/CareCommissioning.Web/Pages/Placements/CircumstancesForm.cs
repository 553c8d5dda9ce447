using CareCommissioning.Domain.Placements;
using FluentValidation;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>How somebody lives: at the start of a placement and at each review (S2-006 to S2-009).</summary>
public sealed class CircumstancesForm
{
    public Housing? Housing { get; set; }

    public Work? Work { get; set; }

    public int? Company { get; set; }

    public int? Hope { get; set; }

    public int? Self { get; set; }

    public int? Meaning { get; set; }

    public int? Control { get; set; }

    /// <summary>The person did not want to answer.</summary>
    public bool Declined { get; set; }

    // Functions, not properties: those the framework reads before the form is known to be filled.
    public IReadOnlyList<int?> Answers() => [Company, Hope, Self, Meaning, Control];

    public Circumstances ToCircumstances() =>
        new(Housing!.Value, Work!.Value, Answers().Any(answer => answer is null) ? null : new RecoveryAnswers(Company!.Value, Hope!.Value, Self!.Value, Meaning!.Value, Control!.Value));

    /// <summary>Where somebody lives and works as last written down; what they say of themselves is asked anew.</summary>
    public static CircumstancesForm Since(Circumstances? latest) => new() { Housing = latest?.Housing, Work = latest?.Work };
}

/// <summary>Answers are asked for at a review; at a start they can be left out, all of them.</summary>
internal sealed class CircumstancesFormRules : AbstractValidator<CircumstancesForm>
{
    private const string ChooseAnswer = "Choose an answer, or say that the person did not want to answer";

    public CircumstancesFormRules()
        : this(asksRecovery: false)
    {
    }

    public CircumstancesFormRules(bool asksRecovery)
    {
        RuleFor(f => f.Housing).NotNull().WithMessage("Choose where the person lives").IsInEnum().WithMessage("Choose where the person lives");
        RuleFor(f => f.Work).NotNull().WithMessage("Choose what the person does by day").IsInEnum().WithMessage("Choose what the person does by day");
        When(f => !f.Declined && (asksRecovery || f.Answers().Any(answer => answer is not null)), () =>
        {
            RuleFor(f => f.Company).NotNull().WithMessage(ChooseAnswer);
            RuleFor(f => f.Hope).NotNull().WithMessage(ChooseAnswer);
            RuleFor(f => f.Self).NotNull().WithMessage(ChooseAnswer);
            RuleFor(f => f.Meaning).NotNull().WithMessage(ChooseAnswer);
            RuleFor(f => f.Control).NotNull().WithMessage(ChooseAnswer);
        });
        RuleFor(f => f.Company).InclusiveBetween(0, RecoveryAnswers.Highest).WithMessage(ChooseAnswer);
        RuleFor(f => f.Hope).InclusiveBetween(0, RecoveryAnswers.Highest).WithMessage(ChooseAnswer);
        RuleFor(f => f.Self).InclusiveBetween(0, RecoveryAnswers.Highest).WithMessage(ChooseAnswer);
        RuleFor(f => f.Meaning).InclusiveBetween(0, RecoveryAnswers.Highest).WithMessage(ChooseAnswer);
        RuleFor(f => f.Control).InclusiveBetween(0, RecoveryAnswers.Highest).WithMessage(ChooseAnswer);
        RuleFor(f => f.Declined).Must((form, _) => form.Answers().All(answer => answer is null)).When(f => f.Declined).WithMessage("Take out the answers, or the tick: the person answered or did not want to");
    }
}
