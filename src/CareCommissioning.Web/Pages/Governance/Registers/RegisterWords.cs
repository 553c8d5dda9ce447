using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Web.Components.Words;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>Registers in words.</summary>
public static class RegisterWords
{
    /// <summary>"Delivered, 1 March 2026", "There before, 1 March 2026", "Not there yet".</summary>
    /// <param name="closes">It came about since the entry was found.</param>
    public static string CameAboutWords(this LinkedChange change, bool closes) => change.CameAbout switch
    {
        null => "Not there yet",
        { } on when closes => $"Delivered, {on.InWords()}",
        { } on => $"There before, {on.InWords()}",
    };

    /// <summary>"3 from people who use services".</summary>
    public static string Voters(this ActorKind side, int count) => $"{count} from {side switch
    {
        ActorKind.Commissioner => "commissioners",
        ActorKind.Provider => "providers",
        ActorKind.Team => "care teams",
        ActorKind.Reviewer => "quality reviewers",
        ActorKind.Clinician => "clinicians",
        ActorKind.Programme => "programme leads",
        ActorKind.Voice => "people who use services",
        ActorKind.Advocate => "advocates",
        _ => "others",
    }}";
}
