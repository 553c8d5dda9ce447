namespace CareCommissioning.Domain.Access;

/// <summary>
/// Which rows exist for an actor. Each kind is a database role of its own (<c>care_</c> and the name in snake case),
/// and every row-security policy is written for one of them.
/// </summary>
public enum ActorKind
{
    /// <summary>NHS and council commissioners, their joint head and finance: the whole partnership, people by pseudonym.</summary>
    Commissioner,

    /// <summary>A provider's own people: what concerns that provider.</summary>
    Provider,

    /// <summary>Care co-ordinators and team managers: the people of the team they work in now.</summary>
    Team,
    Reviewer,
    Clinician,

    /// <summary>Programme leads and improvement consultants: pathways and programmes, no records of people.</summary>
    Programme,
    Voice,
    Advocate,
    Regulator,

    /// <summary>Information-governance lead (Caldicott guardian): logs, not records.</summary>
    Guardian,

    /// <summary>System administrator: accounts and organisations, no clinical data.</summary>
    Administrator,

    /// <summary>Nobody yet: may read what signing in needs and nothing else.</summary>
    SignIn,

    /// <summary>Background work and the operator's command line.</summary>
    System,
}
