using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Web.Components;

namespace CareCommissioning.Web.Pages.Collaboration;

/// <summary>Agreements and discussions in words.</summary>
public static class CollaborationWords
{
    public static string Name(this Position position) => position switch
    {
        Position.AgreeWithReservation => "Agrees, with a reservation",
        Position.Agree => "Agrees",
        _ => "Disagrees",
    };

    public static string Name(this AgreementState state) => state switch
    {
        AgreementState.Open => "Open for signature",
        AgreementState.Reached => "Agreed",
        _ => "Withdrawn",
    };

    public static string Name(this Disposition disposition) => disposition switch
    {
        Disposition.Explained => "Explained",
        Disposition.Changed => "Changed",
        Disposition.NotChanged => "Not changed",
        _ => "To be piloted",
    };

    /// <summary>"Open", "Being piloted", or what became of it.</summary>
    public static string Name(this DiscussionState state, Disposition? disposition) => state switch
    {
        DiscussionState.Open => "Open",
        DiscussionState.Piloted => "Being piloted",
        _ => disposition?.Name() ?? "Answered",
    };

    public static TagColour Colour(this Position position) => position switch
    {
        Position.Agree => TagColour.Green,
        Position.AgreeWithReservation => TagColour.Yellow,
        _ => TagColour.Red,
    };

    public static TagColour Colour(this AgreementState state) => state switch
    {
        AgreementState.Open => TagColour.Blue,
        AgreementState.Reached => TagColour.Green,
        _ => TagColour.Grey,
    };

    public static TagColour Colour(this DiscussionState state) => state switch
    {
        DiscussionState.Open => TagColour.Blue,
        DiscussionState.Piloted => TagColour.Purple,
        _ => TagColour.Grey,
    };
}
