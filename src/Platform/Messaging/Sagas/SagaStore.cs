using Npgsql;
using NpgsqlTypes;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Lanes;

namespace Waymark.Platform.Messaging.Sagas;

/// <summary>The statements of <c>msg.saga</c> that change it; each runs inside its caller's transaction.</summary>
internal static class SagaStore
{
    private const string Columns = "s.id, s.type, s.key, s.version, s.step, s.state::text, s.status, s.done, s.received, s.attempts, s.is_stuck, s.reason, s.actor_id, s.correlation_id";

    private const string InsertSql =
        """
        insert into msg.saga (type, key, id, version, step, state, lane, actor_id, correlation_id, due_at)
        values ($1, $2, $3, 1, $4, $5, $6, $7, $8, now()) on conflict do nothing
        """;

    /// <summary>The saga that has been due the longest in the lanes held. A lapsed or fenced lease takes nothing; what somebody works on is passed over.</summary>
    private const string ClaimSql =
        $"""
        select {Columns} from msg.saga s
        where s.due_at <= now() and s.type = any($4)
          and s.lane in (select l.lane from unnest($1::smallint[], $2::bigint[]) held(lane, epoch)
            join msg.lane_lease l on l.lane = held.lane and l.epoch = held.epoch and l.owner = $3 and l.lease_until > now())
        order by s.due_at limit 1 for update skip locked
        """;

    private const string FindSql = $"select {Columns} from msg.saga s where s.type = $1 and s.key = $2 for update";

    private const string UpdateSql =
        """
        update msg.saga set version = version + 1, step = $3, state = $4, status = $5, done = $6, received = $7, attempts = $8,
          is_stuck = $9, reason = $10, updated_at = clock_timestamp(),
          due_at = case when $11 then clock_timestamp() + $12::interval else due_at end
        where id = $1 and version = $2
        """;

    /// <summary>Begins a saga; false when there is one of this type and key.</summary>
    public static async Task<bool> InsertAsync(NpgsqlCommand insert, SagaPlan plan, string key, Guid id, string state, RequestMetadata request, CancellationToken ct)
    {
        insert.CommandText = InsertSql;
        insert.Parameters.With(plan.Type).With(key).With(id).With(plan.Steps[0].Name).With(state, NpgsqlDbType.Jsonb)
            .With(Outbox.OutboxMessage.LaneOf($"{plan.Type}:{key}"))
            .With(request.ActorId, NpgsqlDbType.Uuid).With(request.CorrelationId, NpgsqlDbType.Text);
        return await insert.ExecuteNonQueryAsync(ct) == 1;
    }

    public static Task<SagaRow?> ClaimAsync(NpgsqlConnection connection, Lane[] held, Guid owner, string[] types, CancellationToken ct)
    {
        var claim = new NpgsqlCommand(ClaimSql, connection);
        claim.Parameters.With(Array.ConvertAll(held, l => l.Number)).With(Array.ConvertAll(held, l => l.Epoch)).With(owner).With(types);
        return ReadAsync(claim, ct);
    }

    /// <summary>Waits for whoever works on it.</summary>
    public static Task<SagaRow?> FindAsync(NpgsqlCommand find, string type, string key, CancellationToken ct)
    {
        find.CommandText = FindSql;
        find.Parameters.With(type).With(key);
        return ReadAsync(find, ct);
    }

    /// <summary>Writes it back; throws when somebody has changed it meanwhile.</summary>
    public static async Task UpdateAsync(NpgsqlCommand update, SagaRow row, CancellationToken ct)
    {
        await using (update)
        {
            update.CommandText = UpdateSql;
            update.Parameters.With(row.Id).With(row.Version).With(row.Step).With(row.State, NpgsqlDbType.Jsonb).With((short)row.Status)
                .With(row.Done.ToArray()).With(row.Received.ToArray()).With(row.Attempts).With(row.IsStuck).With(row.Reason, NpgsqlDbType.Text)
                .With(row.Due.IsChanged).With(row.Due.Wait, NpgsqlDbType.Interval);
            if (await update.ExecuteNonQueryAsync(ct) != 1)
            {
                throw new InvalidOperationException($"Saga {row.Type} {row.Id} is not at version {row.Version} any more.");
            }
        }
    }

    private static async Task<SagaRow?> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using (command)
        {
            await using var row = await command.ExecuteReaderAsync(ct);
            return await row.ReadAsync(ct)
                ? new SagaRow
                {
                    Id = row.GetGuid(0),
                    Type = row.GetString(1),
                    Key = row.GetString(2),
                    Version = row.GetInt64(3),
                    Step = row.GetString(4),
                    State = row.GetString(5),
                    Status = (SagaStatus)row.GetInt16(6),
                    Done = [.. row.GetFieldValue<string[]>(7)],
                    Received = [.. row.GetFieldValue<string[]>(8)],
                    Attempts = row.GetInt32(9),
                    IsStuck = row.GetBoolean(10),
                    Reason = row.IsDBNull(11) ? null : row.GetString(11),
                    ActorId = row.IsDBNull(12) ? null : row.GetGuid(12),
                    CorrelationId = row.IsDBNull(13) ? null : row.GetString(13),
                }
                : null;
        }
    }
}
