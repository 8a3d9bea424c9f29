using System.Security.Cryptography;
using Waymark.ActivityLog.Sealing;

namespace Waymark.ActivityLog.Recording;

/// <summary>Records every event, a batch in one statement and without a lock; the sealer puts them in order afterwards.</summary>
internal sealed class RecordActivity(ActivityLogDbContext db, PersonKeys keys, SealSignal signal, AfterCommit afterCommit) : IEventBatchHandler
{
    private const string Insert =
        """
        with added as (
            insert into activity_entry (id, type, at, actor_id, workspace_id, project_id, task_id, change_id, partition_key, key_version,
                payload, payload_hash)
            select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[],
                $9::text[], $10::bigint[], $11::bytea[], $12::bytea[])
            on conflict do nothing
            returning id)
        insert into unsealed (entry_ids, entry_hashes)
        select array_agg(e.id order by e.place), array_agg(e.hash order by e.place)
        from added a join unnest($1::uuid[], $13::bytea[]) with ordinality e(id, hash, place) on e.id = a.id
        having count(*) > 0
        """;

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var keyOf = await keys.FindOrMakeAsync(db, [.. events.Select(PersonOf).Distinct()], ct);
        var entries = events.Select(e => EntryOf(e, keyOf[PersonOf(e)])).ToList();
        await using var command = await db.CommandAsync(Insert, ct);
        command.AddArray(entries, e => e.Id);
        command.AddArray(entries, e => e.Type);
        command.AddArray(entries, e => e.At);
        command.AddArray(entries, e => e.ActorId);
        command.AddArray(entries, e => e.WorkspaceId);
        command.AddArray(entries, e => e.ProjectId);
        command.AddArray(entries, e => e.TaskId);
        command.AddArray(entries, e => e.ChangeId);
        command.AddArray(entries, e => e.PartitionKey);
        command.AddArray(entries, e => e.KeyVersion);
        command.AddArray(entries, e => e.Payload);
        command.AddArray(entries, e => e.PayloadHash);
        command.AddArray(entries, e => e.Hash());
        await command.ExecuteNonQueryAsync(ct);
        afterCommit.Do(signal.Set);
    }

    private static Guid PersonOf(ReceivedEvent received) => PersonKeys.OwnerOf(received.Context.PartitionKey, received.Context.ActorId);

    private static ActivityEntry EntryOf(ReceivedEvent received, byte[] key)
    {
        var context = received.Context;
        var payload = PayloadCipher.Encrypt(received.Data.Span, key, context.Id);
        return new ActivityEntry
        {
            Id = context.Id,
            Type = context.Name,
            At = context.At.CutToMicroseconds(),
            ActorId = context.ActorId,
            WorkspaceId = context.TenantId,
            ProjectId = (received.Event as IProjectEvent)?.ProjectId,
            TaskId = (received.Event as ITaskEvent)?.TaskId,
            ChangeId = context.ChangeId,
            PartitionKey = context.PartitionKey,
            KeyVersion = context.KeyVersion,
            Payload = payload,
            PayloadHash = SHA256.HashData(payload),
        };
    }
}
