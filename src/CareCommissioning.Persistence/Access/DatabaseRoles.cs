using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence.Conventions;

namespace CareCommissioning.Persistence.Access;

/// <summary>The database's own roles: who owns the tables, who logs in, and one for each kind of actor.</summary>
public static class DatabaseRoles
{
    /// <summary>Owns every table and runs migrations; the web application never logs in as it.</summary>
    public const string Owner = "care_owner";

    /// <summary>The web application's login: owns nothing, sees nothing, and must become an actor's role first.</summary>
    public const string App = "care_app";

    /// <summary>What every signed-in kind has in common; policies for all of them name it.</summary>
    public const string SignedIn = "care_signed_in";

    /// <summary>The role of one kind of actor: <c>care_commissioner</c>, <c>care_provider</c> …</summary>
    public static string Of(ActorKind kind) => "care_" + SnakeCaseConvention.Snake(kind.ToString());

    /// <summary>Kinds that are people who have signed in.</summary>
    public static IEnumerable<ActorKind> SignedInKinds =>
        Enum.GetValues<ActorKind>().Where(kind => kind is not (ActorKind.SignIn or ActorKind.System));
}
