using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence.Identities;
using Npgsql;
using NpgsqlTypes;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>Adds many placements to the demonstration, for load tests: with COPY, past row security and the audit log, which gets one line for all. Each run adds other people.</summary>
/// <remarks>Foreign keys, exclusions and indexes are taken away and made anew at the end, which checks them for all rows at once: ten times faster than one by one.</remarks>
public static class LoadSeeder
{
    private const int PlacementsOfAPerson = 2;
    private const int Days = 2190;

    // The last review was up to so many days ago: some nine in a hundred are overdue.
    private const int LatestReview = 400;

    private static readonly string[] Tables = ["people", "person_identities", "placements", "placement_terms", "placement_reviews"];

    /// <param name="owner">Connection of the tables' owner.</param>
    /// <param name="count">Placements to add, half to each partnership.</param>
    /// <param name="progress">One line for each step.</param>
    /// <exception cref="InvalidOperationException">The demonstration is not there.</exception>
    public static async Task AddAsync(NpgsqlDataSource owner, IdentityVault vault, int count, DateOnly today, Action<string> progress, CancellationToken cancel)
    {
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var places = await PlacesAsync(connection, cancel);
        if (places.Count == 0)
        {
            throw new InvalidOperationException("Load the demonstration first: seed-demo.");
        }

        var restore = await LoosenAsync(connection, cancel);
        foreach (var partnership in places.Select(p => p.Partnership).Distinct().Order())
        {
            var load = new Load(partnership, partnership == DemoId.Of("eastlancs"), [.. places.Where(p => p.Partnership == partnership)], count / 2, today);
            await load.WriteAsync(connection, vault, await KnownAsync(connection, partnership, cancel), cancel);
            progress($"{load.Count:N0} placements written");
        }

        progress("Checking and indexing");
        foreach (var statement in restore)
        {
            await ExecuteAsync(connection, statement, cancel);
        }

        await ExecuteAsync(connection, $"select app.record_event('seeded', 'placements', 'load', jsonb_build_object('placements', '{count}'))", cancel);
        await transaction.CommitAsync(cancel);
        await ExecuteAsync(connection, $"analyze {string.Join(", ", Tables.Select(t => $"care.{t}"))}", cancel);
    }

    /// <summary>By what the people who are there already are found.</summary>
    private static async Task<HashSet<string>> KnownAsync(NpgsqlConnection connection, Guid partnership, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select look_up from care.person_identities where partnership_id = $1", connection) { Parameters = { new() { Value = partnership } } };
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            known.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(0)));
        }

        return known;
    }

    /// <summary>Every service of a partnership with a team, a co-ordinator and the commissioner who approves, in turn.</summary>
    private static async Task<List<Place>> PlacesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await ExecuteAsync(connection, "set local role care_system", cancel);
        await using var command = new NpgsqlCommand(
            """
            select s.partnership_id, s.id, s.provider_id, m.team_id, m.account_id,
              (select c.id from care.accounts c join care.organisations o on o.id = c.organisation_id where o.partnership_id = s.partnership_id and c.role = 'PctCommissioner' order by c.id limit 1)
            from care.services s join care.teams t on t.partnership_id = s.partnership_id join care.team_members m on m.team_id = t.id
            join care.accounts a on a.id = m.account_id and a.role = 'CareCoordinator'
            where s.location_code like 'DEMO-%' order by s.partnership_id, s.location_code, m.team_id, m.account_id
            """,
            connection);
        var places = new List<Place>();
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                places.Add(new Place(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetGuid(3), reader.GetGuid(4), reader.GetGuid(5)));
            }
        }

        await ExecuteAsync(connection, "reset role", cancel);
        return places;
    }

    /// <summary>Takes away what would be checked row by row, and what would hide rows from the owner who checks them all at the end.</summary>
    /// <returns>What brings it back, in order.</returns>
    private static async Task<List<string>> LoosenAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var restore = new List<string>();
        var tables = string.Join(", ", Tables.Select(t => $"'care.{t}'::regclass"));
        var drop = new List<string>();
        await using (var command = new NpgsqlCommand(
            $"""
             select format('alter table %s drop constraint %I', conrelid::regclass, conname), format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
               from pg_constraint where conrelid in ({tables}) and contype in ('f', 'x')
             union all
             select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
               from pg_index i where i.indrelid in ({tables}) and not i.indisunique and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
             union all
             select format('alter table %s no force row level security', t), format('alter table %s force row level security', t)
               from (select unnest(array[{tables}]) union select confrelid from pg_constraint where conrelid in ({tables}) and contype = 'f') as of(t)
             """,
            connection))
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                drop.Add(reader.GetString(0));
                restore.Add(reader.GetString(1));
            }
        }

        drop.AddRange(Tables.Select(t => $"alter table care.{t} disable trigger user"));
        restore.AddRange(Tables.Select(t => $"alter table care.{t} enable trigger user"));
        foreach (var statement in drop)
        {
            await ExecuteAsync(connection, statement, cancel);
        }

        return restore;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed record Place(Guid Partnership, Guid Service, Guid Provider, Guid Team, Guid Coordinator, Guid Approver);

    /// <summary>One partnership's share: each person has placements one after the other, so that none overlap.</summary>
    private sealed class Load(Guid partnership, bool eastLancashire, IReadOnlyList<Place> places, int count, DateOnly today)
    {
        private static readonly TimeOnly Morning = new(9, 30);

        private readonly List<Row> _rows = new(count);

        public int Count => count;

        /// <param name="known">Look-ups of people who are there already.</param>
        public async Task WriteAsync(NpgsqlConnection connection, IdentityVault vault, HashSet<string> known, CancellationToken cancel)
        {
            var dice = new DemoDice(count + known.Count);
            var people = (count + PlacementsOfAPerson - 1) / PlacementsOfAPerson;
            var identities = DemoPeople.Numbers().Where(number => !known.Contains(Convert.ToHexString(vault.LookUp(partnership, number)))).Take(people)
                .Select((number, i) => (Id: Guid.CreateVersion7(), Identity: DemoPeople.Identity(known.Count + i, number))).ToList();
            if (identities.Count < people)
            {
                throw new InvalidOperationException("No more NHS numbers of the range that is never issued are left.");
            }

            for (var i = 0; i < count; i++)
            {
                _rows.Add(Make(identities[i / PlacementsOfAPerson].Id, i, dice));
            }

            await WritePeopleAsync(connection, vault, identities, cancel);
            await WritePlacementsAsync(connection, cancel);
            await WriteTermsAsync(connection, dice, cancel);
            await WriteReviewsAsync(connection, cancel);
        }

        private Row Make(Guid person, int i, DemoDice dice)
        {
            // All of one person's are in one team.
            var team = places[i / PlacementsOfAPerson % places.Count];
            var service = places[dice.Next(places.Count)];
            var isLast = i % PlacementsOfAPerson == PlacementsOfAPerson - 1;
            var half = Days / PlacementsOfAPerson;
            var starts = today.AddDays(isLast ? -dice.Next(1, half) : -dice.Next(half + 300, Days));
            var ended = isLast && dice.Next(10) < 6 ? (DateOnly?)null : Earlier(starts.AddDays(dice.Next(10, 290)), today);
            var reviewed = (ended ?? today).AddDays(-dice.Next(1, LatestReview));
            return new Row(Guid.CreateVersion7(), person, team, service, starts, ended, reviewed > starts ? reviewed : null);
        }

        private static DateOnly Earlier(DateOnly day, DateOnly other) => day < other ? day : other;

        private async Task WritePeopleAsync(NpgsqlConnection connection, IdentityVault vault, List<(Guid Id, PersonIdentity Identity)> identities, CancellationToken cancel)
        {
            await using (var copy = await connection.BeginBinaryImportAsync("copy care.people (id, partnership_id, team_id, birth_year, postcode_district) from stdin binary", cancel))
            {
                for (var i = 0; i < identities.Count; i++)
                {
                    await copy.StartRowAsync(cancel);
                    await copy.WriteAsync(identities[i].Id, NpgsqlDbType.Uuid, cancel);
                    await copy.WriteAsync(partnership, NpgsqlDbType.Uuid, cancel);
                    await copy.WriteAsync(places[i % places.Count].Team, NpgsqlDbType.Uuid, cancel);
                    await copy.WriteAsync(identities[i].Identity.BornOn.Year, NpgsqlDbType.Integer, cancel);
                    await copy.WriteAsync(DemoPeople.District(i, eastLancashire), NpgsqlDbType.Varchar, cancel);
                }

                await copy.CompleteAsync(cancel);
            }

            await using var sealedCopy = await connection.BeginBinaryImportAsync("copy care.person_identities (person_id, partnership_id, look_up, content) from stdin binary", cancel);
            foreach (var (id, identity) in identities)
            {
                var row = vault.Seal(id, partnership, identity);
                await sealedCopy.StartRowAsync(cancel);
                await sealedCopy.WriteAsync(id, NpgsqlDbType.Uuid, cancel);
                await sealedCopy.WriteAsync(partnership, NpgsqlDbType.Uuid, cancel);
                await sealedCopy.WriteAsync(row.LookUp, NpgsqlDbType.Bytea, cancel);
                await sealedCopy.WriteAsync(row.Content, NpgsqlDbType.Bytea, cancel);
            }

            await sealedCopy.CompleteAsync(cancel);
        }

        private async Task WritePlacementsAsync(NpgsqlConnection connection, CancellationToken cancel)
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                """
                copy care.placements (id, partnership_id, person_id, team_id, care_coordinator_id, service_id, provider_id, stage, referred_on, starts_on, ended_on, end_reason, legal_basis,
                  approved_at, approved_by, next_review_on, next_review_cause, last_reviewed_on) from stdin binary
                """,
                cancel);
            foreach (var row in _rows)
            {
                await copy.StartRowAsync(cancel);
                foreach (var id in new[] { row.Id, partnership, row.Person, row.Team.Team, row.Team.Coordinator, row.Service.Service, row.Service.Provider })
                {
                    await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancel);
                }

                await copy.WriteAsync(row.Ended is null ? nameof(PlacementStage.Started) : nameof(PlacementStage.Ended), NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync(row.Starts.AddDays(-14), NpgsqlDbType.Date, cancel);
                await copy.WriteAsync(row.Starts, NpgsqlDbType.Date, cancel);
                await WriteAsync(copy, row.Ended, cancel);
                await copy.WriteAsync(row.Ended is null ? null : nameof(EndReason.OwnHome), NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync(nameof(LegalBasis.Informal), NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync(new DateTimeOffset(row.Starts.AddDays(-1), Morning, TimeSpan.Zero), NpgsqlDbType.TimestampTz, cancel);
                await copy.WriteAsync(row.Team.Approver, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(row.NextReview.On, NpgsqlDbType.Date, cancel);
                await copy.WriteAsync(row.NextReview.Cause.ToString(), NpgsqlDbType.Varchar, cancel);
                await WriteAsync(copy, row.Reviewed, cancel);
            }

            await copy.CompleteAsync(cancel);
        }

        private async Task WriteTermsAsync(NpgsqlConnection connection, DemoDice dice, CancellationToken cancel)
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                "copy care.placement_terms (id, placement_id, partnership_id, valid_from, weekly_fee, nhs_share, council_share, pooled_share, other_share, person_share) from stdin binary", cancel);
            foreach (var row in _rows)
            {
                var nhs = dice.Next(0, 5) * 25m;
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(partnership, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(row.Starts, NpgsqlDbType.Date, cancel);
                foreach (var number in new[] { 300m + dice.Next(0, 150_000) / 100m, nhs, 100m - nhs, 0m, 0m, 0m })
                {
                    await copy.WriteAsync(number, NpgsqlDbType.Numeric, cancel);
                }
            }

            await copy.CompleteAsync(cancel);
        }

        private async Task WriteReviewsAsync(NpgsqlConnection connection, CancellationToken cancel)
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                "copy care.placement_reviews (id, placement_id, partnership_id, due_on, reviewed_on, decision, summary, next_due_on, reviewed_by) from stdin binary", cancel);
            foreach (var row in _rows.Where(r => r.Reviewed is not null))
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(partnership, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(row.Reviewed!.Value, NpgsqlDbType.Date, cancel);
                await copy.WriteAsync(row.Reviewed.Value, NpgsqlDbType.Date, cancel);
                await copy.WriteAsync(nameof(ReviewDecision.Continue), NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync("Settled.", NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync(row.NextReview.On, NpgsqlDbType.Date, cancel);
                await copy.WriteAsync(row.Team.Coordinator, NpgsqlDbType.Uuid, cancel);
            }

            await copy.CompleteAsync(cancel);
        }

        private static Task WriteAsync(NpgsqlBinaryImporter copy, DateOnly? day, CancellationToken cancel) =>
            day is { } value ? copy.WriteAsync(value, NpgsqlDbType.Date, cancel) : copy.WriteNullAsync(cancel);

        private sealed record Row(Guid Id, Guid Person, Place Team, Place Service, DateOnly Starts, DateOnly? Ended, DateOnly? Reviewed)
        {
            public ReviewDue NextReview { get; } = ReviewRules.NextDue(new ReviewBasis(Starts, Reviewed, null, IsSection117: false, null, null), ReviewRules.Defaults);
        }
    }
}
