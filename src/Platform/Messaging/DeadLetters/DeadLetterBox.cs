using Npgsql;
using NpgsqlTypes;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.DeadLetters;

/// <summary>The dead letters of any service: look at them, replay them, or do without them.</summary>
public sealed class DeadLetterBox(ServiceDatabases databases, DeliverySignals signals, MessagingOptions options)
{
    /// <summary>How many one replay or discard takes at most.</summary>
    public const int MostAtOnce = 1000;

    private const string ListSql =
        """
        select id, direction = 'o', consumer, message_id, type, source, partition_key, key_version, tenant_id, reason, error_type,
          error_message, encode(fingerprint, 'hex'), attempts, first_seen, died_at, state, replay_count
        from msg.dead_letter
        where ($1::text is null or consumer = $1) and ($2::text is null or type = $2) and ($3::text is null or reason = $3)
          and ($4::text is null or fingerprint = decode($4, 'hex')) and ($5::uuid is null or tenant_id = $5)
          and ($6::smallint is null or state = $6) and ($7::timestamptz is null or (died_at, id) < ($7, $8))
        order by died_at desc, id desc limit $9
        """;

    /// <summary>
    /// One statement: were it a look and a write, a letter opened between the two could vanish. What was applied longer
    /// ago than the inbox remembers is refused unless forced, because a second effect could not be told from a first.
    /// </summary>
    private const string ReplaySql =
        """
        with l as (
          update msg.dead_letter set state = 1, replay_count = replay_count + 1
          where id = any($1) and state = 0 and direction = 'i' and ($2 or first_seen > now() - $3)
          returning consumer, message_id, lane, partition_key, key_version, envelope)
        insert into msg.delivery (consumer, message_id, lane, partition_key, key_version, envelope, replayed)
        select consumer, message_id, lane, partition_key, key_version, envelope, true from l
        on conflict (consumer, message_id) do update
          set attempts = 0, starts = 0, suspect = false, replayed = true, due_at = '-infinity', last_error = null
        """;

    private const string DiscardSql =
        """
        update msg.dead_letter set state = 3, resolved_at = now(), resolved_by = $2, note = $3
        where id = any($1) and state = 0
        """;

    private const string OutgoingSql = "select id, envelope from msg.dead_letter where id = any($1) and state = 0 and direction = 'o'";

    /// <summary>One page, the latest death first.</summary>
    /// <param name="service">Whose database to look into.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The last one of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        string service, DeadLetterFilter filter, int limit, DeadLetter? after, CancellationToken ct)
    {
        await using var list = databases.Api(service).CreateCommand(ListSql);
        Add(filter.Consumer, NpgsqlDbType.Text);
        Add(filter.Type, NpgsqlDbType.Text);
        Add(filter.Reason, NpgsqlDbType.Text);
        Add(filter.Fingerprint, NpgsqlDbType.Text);
        Add(filter.TenantId, NpgsqlDbType.Uuid);
        Add(filter.State is { } state ? (short)state : null, NpgsqlDbType.Smallint);
        Add(after?.DiedAt, NpgsqlDbType.TimestampTz);
        Add(after?.Id, NpgsqlDbType.Uuid);
        Add(limit, NpgsqlDbType.Integer);
        var letters = new List<DeadLetter>();
        await using var reader = await list.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            letters.Add(Read(reader));
        }

        return letters;

        void Add(object? value, NpgsqlDbType type) => list.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }

    /// <summary>Makes open dead letters due again, with fresh attempts. One that is not open is passed over.</summary>
    /// <param name="service">Whose they are.</param>
    /// <param name="ids">At most <see cref="MostAtOnce"/>.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="force">Also those that arrived longer ago than the inbox remembers.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were replayed.</returns>
    public async Task<int> ReplayAsync(string service, IReadOnlyCollection<Guid> ids, string by, bool force, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce, nameof(ids));
        var database = databases.Api(service);
        await using var replay = database.CreateCommand(ReplaySql);
        replay.Parameters.Add(new() { Value = ids.ToArray() });
        replay.Parameters.Add(new() { Value = force });
        replay.Parameters.Add(new() { Value = options.Retention });
        var replayed = await replay.ExecuteNonQueryAsync(ct);
        signals.Of(service).Set();
        foreach (var (id, envelope) in await OutgoingAsync(database, ids, ct))
        {
            replayed += await OutboxQueue.ReplayAsync(database, id, Envelope.Read(envelope).ToOutbox(), by, ct) ? 1 : 0;
        }

        return replayed;
    }

    /// <summary>Closes open dead letters for good; their effect will never happen.</summary>
    /// <returns>How many were open.</returns>
    public async Task<int> DiscardAsync(string service, IReadOnlyCollection<Guid> ids, string by, string note, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce, nameof(ids));
        await using var discard = databases.Api(service).CreateCommand(DiscardSql);
        discard.Parameters.Add(new() { Value = ids.ToArray() });
        discard.Parameters.Add(new() { Value = by });
        discard.Parameters.Add(new() { Value = note });
        return await discard.ExecuteNonQueryAsync(ct);
    }

    private static async Task<List<(Guid Id, byte[] Envelope)>> OutgoingAsync(
        NpgsqlDataSource database, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var find = database.CreateCommand(OutgoingSql);
        find.Parameters.Add(new() { Value = ids.ToArray() });
        var found = new List<(Guid, byte[])>();
        await using var reader = await find.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
        }

        return found;
    }

    private static DeadLetter Read(NpgsqlDataReader r) => new(
        r.GetGuid(0),
        r.GetBoolean(1),
        r.GetString(2),
        r.GetGuid(3),
        r.GetString(4),
        r.GetString(5),
        r.GetString(6),
        r.GetInt64(7),
        r.IsDBNull(8) ? null : r.GetGuid(8),
        r.GetString(9),
        r.IsDBNull(10) ? null : r.GetString(10),
        r.IsDBNull(11) ? null : r.GetString(11),
        r.IsDBNull(12) ? null : r.GetString(12),
        r.GetInt32(13),
        r.GetFieldValue<DateTimeOffset>(14),
        r.GetFieldValue<DateTimeOffset>(15),
        (DeadLetterState)r.GetInt16(16),
        r.GetInt32(17));
}
