using Npgsql;

namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>The statements of <c>msg.dead_letter</c>.</summary>
internal static class DeadLetterSql
{
    /// <summary>What a letter died of, in hex. Those that no exception killed are alike when they fell the same way.</summary>
    public const string Fingerprint =
        """
        encode(coalesce(l.fingerprint,
          substr(sha256(convert_to(concat_ws('|', l.direction, l.consumer, l.type, l.reason), 'UTF8')), 1, 16)), 'hex')
        """;

    /// <summary>What <see cref="Read"/> reads; <c>$1</c> is how long the inbox remembers.</summary>
    public const string Columns =
        $"""
        l.id, l.direction = 'o', l.consumer, l.message_id, l.type, l.source, l.partition_key, l.key_version, l.tenant_id, l.reason, l.error_type,
        l.error_message, {Fingerprint}, l.attempts, l.first_seen, l.died_at, l.state, l.replay_count, l.first_seen <= now() - $1::interval,
        l.resolved_at, l.resolved_by, l.note
        """;

    /// <summary>How many columns that are.</summary>
    public const int ColumnCount = 22;

    /// <summary>
    /// One statement: were it a look and a write, a letter opened between the two could vanish. What arrived longer ago than
    /// the inbox remembers is refused unless forced, because a second effect could not be told from a first.
    /// </summary>
    public const string Replay =
        """
        with l as (
          update msg.dead_letter set state = 1, replay_count = replay_count + 1, act_id = $2
          where id = any($1) and state = 0 and direction = 'i' and ($3 or first_seen > now() - $4)
          returning id, consumer, message_id, type, lane, partition_key, key_version, envelope),
        d as (
          insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope, replayed)
          select consumer, message_id, lane, partition_key, key_version, envelope, true from l order by partition_key, key_version
          on conflict (consumer, message_id) do update
            set attempts = 0, starts = 0, suspect = false, replayed = true, due_at = '-infinity', last_error = null)
        select id, message_id, consumer, type from l
        """;

    /// <summary>Puts events back that had died on their way out; they are resolved by the same statement.</summary>
    public const string ReplayOutgoing =
        """
        with l as (
          update msg.dead_letter set state = 2, replay_count = replay_count + 1, act_id = $2, resolved_at = now(), resolved_by = $5
          where id = any($1) and state = 0 and direction = 'o' and ($3 or first_seen > now() - $4)
          returning id, consumer, message_id, type),
        o as (
          insert into msg.outbox (id, lane, partition_key, key_version, type, source, subject, occurred_at, data, tenant_id,
            actor_id, change_id, client_id, correlation_id, causation_id, traceparent, tracestate)
          select m.id, m.lane, m.partition_key, m.key_version, m.type, m.source, m.subject, m.occurred_at, m.data, m.tenant_id,
            m.actor_id, m.change_id, m.client_id, m.correlation_id, m.causation_id, m.traceparent, m.tracestate
          from unnest($1::uuid[], $6::uuid[], $7::smallint[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::text[],
            $13::timestamptz[], $14::bytea[], $15::uuid[], $16::uuid[], $17::uuid[], $18::text[], $19::text[], $20::uuid[], $21::text[],
            $22::text[]) m(letter, id, lane, partition_key, key_version, type, source, subject, occurred_at, data, tenant_id,
            actor_id, change_id, client_id, correlation_id, causation_id, traceparent, tracestate)
          join l on l.id = m.letter
          order by m.partition_key, m.key_version)
        select id, message_id, consumer, type from l
        """;

    public const string Outgoing = "select id, envelope from msg.dead_letter where id = any($1) and state = 0 and direction = 'o'";

    public const string Discard =
        """
        update msg.dead_letter set state = 3, act_id = $2, resolved_at = now(), resolved_by = $3, note = $4
        where id = any($1) and state = 0
        returning id, message_id, consumer, type
        """;

    public const string DealtWith = "select id, message_id, consumer, type from msg.dead_letter where id = any($1) and act_id = $2";

    public static DeadLetter Read(NpgsqlDataReader r, int from = 0) => new(
        r.GetGuid(from),
        r.GetBoolean(from + 1),
        r.GetString(from + 2),
        r.GetGuid(from + 3),
        r.GetString(from + 4),
        r.GetString(from + 5),
        r.GetString(from + 6),
        r.GetInt64(from + 7),
        Value<Guid>(r, from + 8),
        r.GetString(from + 9),
        Text(r, from + 10),
        Text(r, from + 11),
        r.GetString(from + 12),
        r.GetInt32(from + 13),
        r.GetFieldValue<DateTimeOffset>(from + 14),
        r.GetFieldValue<DateTimeOffset>(from + 15),
        (DeadLetterState)r.GetInt16(from + 16),
        r.GetInt32(from + 17),
        r.GetBoolean(from + 18),
        Value<DateTimeOffset>(r, from + 19),
        Text(r, from + 20),
        Text(r, from + 21));

    private static T? Value<T>(NpgsqlDataReader r, int column)
        where T : struct => r.IsDBNull(column) ? null : r.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);
}
