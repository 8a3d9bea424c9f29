using Npgsql;
using Waymark.Platform.Messaging.Lanes;

namespace Waymark.Platform.Messaging.Outbox;

/// <summary>A row of the outbox, as the relay sees it.</summary>
internal readonly record struct OutboxRow(OutboxMessage Message, int Attempts);

/// <summary>The outbox of one service; every method is one round trip and leaves no transaction open.</summary>
internal sealed class OutboxQueue(LocalService local)
{
    // A delete that is lost in a crash of the database costs one repeat, which the consumers' inbox absorbs.
    private const string Light = "select set_config('synchronous_commit', 'off', true)";

    private NpgsqlDataSource Database => local.Databases.Relay(local.Name);

    /// <summary>The next rows to dispatch, oldest first.</summary>
    public async Task<List<OutboxRow>> ClaimAsync(Lane[] held, IReadOnlyCollection<long> setAside, CancellationToken ct)
    {
        await using var connection = await Database.OpenConnectionAsync(ct);
        await using var claim = new NpgsqlCommand(OutboxSql.Claim, connection)
        {
            Parameters =
            {
                new() { Value = Array.ConvertAll(held, l => l.Number) }, new() { Value = Array.ConvertAll(held, l => l.Epoch) },
                new() { Value = local.Owner }, new() { Value = setAside.ToArray() }, new() { Value = local.Options.RelayBatch },
            },
        };
        var rows = new List<OutboxRow>();
        await using var reader = await claim.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new OutboxRow(Read(reader), reader.GetInt32(18)));
        }

        return rows;
    }

    /// <summary>Forgets rows that every subscriber has.</summary>
    public async Task DeleteAsync(long[] seqs, CancellationToken ct)
    {
        await using var connection = await Database.OpenConnectionAsync(ct);
        var delete = new NpgsqlBatchCommand(OutboxSql.Delete) { Parameters = { new() { Value = seqs } } };
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Light), delete } };
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Lets a refused row wait: 1 s, 2, 4 … 60 s.</summary>
    public async Task RetryLaterAsync(long seq, string error, CancellationToken ct)
    {
        await using var later = Database.CreateCommand(OutboxSql.RetryLater);
        later.Parameters.Add(new() { Value = seq });
        later.Parameters.Add(new() { Value = error });
        await later.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Gives a row up.</summary>
    public async Task BuryAsync(long seq, Guid letter, string reason, string error, byte[] envelope, CancellationToken ct)
    {
        await using var bury = Database.CreateCommand(OutboxSql.Bury);
        foreach (var value in new object[] { seq, letter, reason, error, envelope })
        {
            bury.Parameters.Add(new() { Value = value });
        }

        await bury.ExecuteNonQueryAsync(ct);
    }

    private static OutboxMessage Read(NpgsqlDataReader r) => new()
    {
        Seq = r.GetInt64(0),
        Id = r.GetGuid(1),
        Lane = r.GetInt16(2),
        PartitionKey = r.GetString(3),
        KeyVersion = r.GetInt64(4),
        Type = r.GetString(5),
        Source = r.GetString(6),
        Subject = r.GetString(7),
        OccurredAt = r.GetFieldValue<DateTimeOffset>(8),
        Data = r.GetFieldValue<byte[]>(9),
        TenantId = Uuid(r, 10),
        ActorId = Uuid(r, 11),
        ChangeId = Uuid(r, 12),
        ClientId = Text(r, 13),
        CorrelationId = Text(r, 14),
        CausationId = Uuid(r, 15),
        TraceParent = Text(r, 16),
        TraceState = Text(r, 17),
    };

    private static Guid? Uuid(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
