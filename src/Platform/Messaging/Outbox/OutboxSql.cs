using Npgsql;
using NpgsqlTypes;
using Waymark.Platform.Data;

namespace Waymark.Platform.Messaging.Outbox;

/// <summary>The statements of <c>msg.outbox</c>.</summary>
internal static class OutboxSql
{
    /// <summary>
    /// The oldest rows of the lanes held. There is no cursor: a row that commits late is found by its being there. A row
    /// that waits after a failure holds back its own key only.
    /// </summary>
    public const string Claim =
        """
        select o.seq, o.id, o.lane, o.partition_key, o.key_version, o.type, o.source, o.subject, o.occurred_at, o.data, o.tenant_id,
          o.actor_id, o.change_id, o.client_id, o.correlation_id, o.causation_id, o.traceparent, o.tracestate, o.attempts
        from msg.outbox o
        where o.lane in (select l.lane from unnest($1::smallint[], $2::bigint[]) held(lane, epoch)
            join msg.lane_lease l on l.lane = held.lane and l.epoch = held.epoch and l.owner = $3 and l.lease_until > now())
          and o.not_before <= now() and o.seq <> all($4)
          and not exists (select 1 from msg.outbox w where w.partition_key = o.partition_key and w.seq < o.seq
            and w.not_before > '-infinity' offset 0)
        order by o.seq limit $5
        """;

    public const string Delete = "delete from msg.outbox where seq = any($1)";

    public const string RetryLater =
        """
        update msg.outbox set attempts = attempts + 1, last_error = $2,
          not_before = clock_timestamp() + least(60, power(2, attempts)) * interval '1 s' * (0.8 + 0.4 * random())
        where seq = $1
        """;

    /// <summary>Moves a row to the dead letters, which frees its key.</summary>
    public const string Bury =
        """
        with o as (delete from msg.outbox where seq = $1 returning *)
        insert into msg.dead_letter (id, direction, message_id, lane, partition_key, key_version, type, source, tenant_id,
          reason, error_message, attempts, envelope, first_seen)
        select $2, 'o', o.id, o.lane, o.partition_key, o.key_version, o.type, o.source, o.tenant_id,
          $3, $4, o.attempts + 1, $5, o.occurred_at from o
        on conflict (consumer, message_id) where state < 2 do update set state = 0, reason = excluded.reason,
          error_message = excluded.error_message, attempts = excluded.attempts, died_at = now()
        """;

    private const string InsertOne =
        """
        insert into msg.outbox (id, lane, partition_key, key_version, type, source, subject, occurred_at, data, tenant_id,
          actor_id, change_id, client_id, correlation_id, causation_id, traceparent, tracestate)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """;

    /// <summary>The statement that adds an event.</summary>
    public static NpgsqlBatchCommand Insert(OutboxMessage m)
    {
        var insert = new NpgsqlBatchCommand(InsertOne);
        insert.Parameters.With(m.Id).With(m.Lane).With(m.PartitionKey).With(m.KeyVersion).With(m.Type).With(m.Source).With(m.Subject)
            .With(m.OccurredAt).With(m.Data).With(m.TenantId, NpgsqlDbType.Uuid).With(m.ActorId, NpgsqlDbType.Uuid).With(m.ChangeId, NpgsqlDbType.Uuid)
            .With(m.ClientId, NpgsqlDbType.Text).With(m.CorrelationId, NpgsqlDbType.Text).With(m.CausationId, NpgsqlDbType.Uuid)
            .With(m.TraceParent, NpgsqlDbType.Text).With(m.TraceState, NpgsqlDbType.Text);
        return insert;
    }
}
