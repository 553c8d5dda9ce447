using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>Who took part, whom a version may treat unequally, and what was said about it, in words.</summary>
public static class GroundsWords
{
    public static string Name(this ContributorSide side) => side switch
    {
        ContributorSide.NhsCommissioner => "NHS commissioner",
        ContributorSide.ServiceUser => "People who use services",
        ContributorSide.Carer => "Carers and families",
        ContributorSide.Voluntary => "Voluntary sector",
        _ => side.ToString(),
    };

    public static string Name(this EqualityGroup group) => group switch
    {
        EqualityGroup.SexualOrientation => "Sexual orientation",
        EqualityGroup.GenderReassignment => "Gender reassignment",
        EqualityGroup.ReligionOrBelief => "Religion or belief",
        EqualityGroup.PregnancyAndMaternity => "Pregnancy and maternity",
        EqualityGroup.MarriageAndCivilPartnership => "Marriage and civil partnership",
        _ => group.ToString(),
    };

    public static string Name(this EqualityEffect effect) => effect switch
    {
        EqualityEffect.Positive => "Better off",
        EqualityEffect.Neutral => "No difference",
        EqualityEffect.Negative => "Worse off",
        _ => "Not known",
    };

    public static string Name(this DiscussionKind kind) => kind == DiscussionKind.Variation ? "Variation to try" : kind.ToString();

    public static TagColour Colour(this EqualityEffect effect) => effect switch
    {
        EqualityEffect.Positive => TagColour.Green,
        EqualityEffect.Negative => TagColour.Red,
        EqualityEffect.NotKnown => TagColour.Yellow,
        _ => TagColour.Grey,
    };
}
