using System.Data;
using System.Security.Cryptography;
using Npgsql;

namespace Waymark.ActivityLog.Sealing;

/// <summary>The first thing found wrong. <paramref name="Seal"/> is the block; the entry is null when the block itself is at fault.</summary>
/// <param name="Seal">The block's number.</param>
/// <param name="EntryId">The entry.</param>
/// <param name="Reason"><c>seal_missing</c>, <c>seal_changed</c>, <c>entry_missing</c>, <c>entry_changed</c> or <c>entry_count</c>.</param>
public sealed record ActivityFault(long? Seal, Guid? EntryId, [property: OneOf("seal_missing", "seal_changed", "entry_missing", "entry_changed", "entry_count")] string Reason);

/// <summary>The state of the chain. <paramref name="Waiting"/> entries are not sealed yet; <paramref name="Head"/> is the last block's hash.</summary>
public sealed record ActivityVerification(bool IsIntact, long Entries, long Waiting, long Seals, string? Head, ActivityFault? Fault);

/// <summary>Recomputes the whole chain from the entries, block by block, on one snapshot.</summary>
internal static class VerifyActivity
{
    private const string Counts = "select (select count(*) from activity_entry), (select coalesce(sum(cardinality(entry_ids)), 0)::bigint from unsealed)";

    private const string Entries =
        """
        select id, type, at, actor_id, workspace_id, project_id, task_id, change_id, partition_key, key_version, payload, payload_hash
        from activity_entry where id = any(@ids)
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/activity/verify", HandleAsync).RequirePermission(Permissions.OperationsRead)
            .WithName(nameof(VerifyActivity)).WithSummary("Verify the hash chain of the whole record");

    private static async Task<Answer<ActivityVerification>> HandleAsync(ActivityLogDbContext db, CancellationToken ct)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var (entries, waiting) = await CountAsync(db, ct);
        Seal? head = null;
        var sealedEntries = 0L;
        ActivityFault? fault = null;
        while (fault is null && await NextAsync(db, head, ct) is { } seal)
        {
            fault = CheckChain(head, seal) ?? await CheckEntriesAsync(db, seal, ct);
            sealedEntries += seal.EntryIds.Length;
            head = seal;
        }

        if (fault is null && sealedEntries + waiting != entries)
        {
            fault = new ActivityFault(null, null, "entry_count");
        }

        return Answers.Ok(new ActivityVerification(fault is null, entries, waiting, head?.Seq ?? 0,
            head is null ? null : Convert.ToHexStringLower(head.Hash), fault));
    }

    private static Task<Seal?> NextAsync(ActivityLogDbContext db, Seal? head, CancellationToken ct)
    {
        var seq = head?.Seq ?? 0;
        return db.Set<Seal>().AsNoTracking().Where(s => s.Seq > seq).OrderBy(s => s.Seq).FirstOrDefaultAsync(ct);
    }

    private static ActivityFault? CheckChain(Seal? head, Seal seal)
    {
        if (seal.Seq != (head?.Seq ?? 0) + 1)
        {
            return new ActivityFault((head?.Seq ?? 0) + 1, null, "seal_missing");
        }

        var isBehind = seal.PrevHash.AsSpan().SequenceEqual(head?.Hash ?? new byte[Seal.HashLength]);
        return isBehind && seal.IsWhole() ? null : new ActivityFault(seal.Seq, null, "seal_changed");
    }

    private static async Task<ActivityFault?> CheckEntriesAsync(ActivityLogDbContext db, Seal seal, CancellationToken ct)
    {
        var hashes = new Dictionary<Guid, byte[]?>();
        await using (var command = await db.CommandAsync(Entries, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", seal.EntryIds));
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var entry = Read(row);
                hashes[entry.Id] = SHA256.HashData(entry.Payload).AsSpan().SequenceEqual(entry.PayloadHash) ? entry.Hash() : null;
            }
        }

        for (var i = 0; i < seal.EntryIds.Length; i++)
        {
            if (!hashes.TryGetValue(seal.EntryIds[i], out var hash))
            {
                return new ActivityFault(seal.Seq, seal.EntryIds[i], "entry_missing");
            }

            if (hash is null || !hash.AsSpan().SequenceEqual(seal.EntryHashes[i]))
            {
                return new ActivityFault(seal.Seq, seal.EntryIds[i], "entry_changed");
            }
        }

        return null;
    }

    private static async Task<(long Entries, long Waiting)> CountAsync(ActivityLogDbContext db, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Counts, ct);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static ActivityEntry Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Type = row.GetString(1),
        At = row.GetFieldValue<DateTimeOffset>(2),
        ActorId = Id(row, 3),
        WorkspaceId = Id(row, 4),
        ProjectId = Id(row, 5),
        TaskId = Id(row, 6),
        ChangeId = Id(row, 7),
        PartitionKey = row.GetString(8),
        KeyVersion = row.GetInt64(9),
        Payload = row.GetFieldValue<byte[]>(10),
        PayloadHash = row.GetFieldValue<byte[]>(11),
    };

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
