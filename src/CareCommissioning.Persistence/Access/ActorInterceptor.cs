using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareCommissioning.Persistence.Access;

/// <summary>
/// Tells PostgreSQL who acts, at every logical opening of a connection: the database role of the actor's kind and the scope its
/// row-security policies read. Npgsql's reset takes both away when the connection returns to the pool; without them PostgreSQL refuses.
/// </summary>
public sealed class ActorInterceptor(CurrentActor current) : DbConnectionInterceptor
{
    /// <summary>One round trip; every value is a parameter.</summary>
    private const string Become = """
        select set_config('app.actor', $2, false), set_config('app.actor_name', $3, false), set_config('app.actor_role', $4, false),
               set_config('app.organisation', $5, false), set_config('app.partnership', $6, false), set_config('app.team', $7, false),
               set_config('app.approver', $8, false), set_config('app.page', $9, false), set_config('app.request', $10, false),
               set_config('app.reason', $11, false), set_config('app.address', $12, false), set_config('role', $1, false)
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(DbConnection connection)
    {
        var actor = current.Actor;
        var command = connection.CreateCommand();
        command.CommandText = Become;
        Add(DatabaseRoles.Of(actor.Kind));
        Add(actor.AccountId?.ToString());
        Add(actor.Name);
        Add(actor.Role?.ToString() ?? actor.Kind.ToString());
        Add(actor.OrganisationId?.ToString());
        Add(actor.PartnershipId?.ToString());
        Add(actor.TeamId?.ToString());
        Add(actor.IsApprover ? "true" : "false");
        Add(current.Page);
        Add(current.RequestId);
        Add(current.Reason);
        Add(current.Address);
        return command;

        void Add(string? value)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value ?? "";
            command.Parameters.Add(parameter);
        }
    }
}
