using CareCommissioning.Domain.Access;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>Registers in words.</summary>
public static class RegisterWords
{
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
