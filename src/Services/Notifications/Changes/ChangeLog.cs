using System.Text;
using Npgsql;

namespace Waymark.Notifications.Changes;

/// <summary>A row of the last week's changes; written and read by statements.</summary>
internal sealed class ChangeRow
{
    public long Seq { get; init; }

    public required Guid ProjectId { get; init; }

    public Guid? TaskId { get; init; }

    public required string Type { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? ChangeId { get; init; }

    public string? ClientId { get; init; }

    public string? Changes { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>Keeps the changes of the last seven days in the order of their commits.</summary>
internal static class ChangeLog
{
    /// <summary>How long a change can be asked for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The columns of change <c>c</c>, in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "c.seq, c.project_id, c.task_id, c.type, c.subject_kind, c.subject_id, c.version, c.at, c.actor_id, c.change_id, c.client_id, c.changes";

    /// <summary>
    /// Held until the commit, which follows at once: whoever draws the next number sees everything below it, and so does
    /// every reader that sees the number.
    /// </summary>
    private const string Lock = "select pg_advisory_xact_lock(7017280452)";

    private const string Insert =
        """
        insert into change (project_id, task_id, type, subject_kind, subject_id, version, at, actor_id, change_id, client_id, changes)
        select c.project_id, c.task_id, c.type, c.subject_kind, c.subject_id, c.version, c.at, c.actor_id, c.change_id, c.client_id, c.changes
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::bigint[], $7::timestamptz[], $8::uuid[], $9::uuid[],
                $10::text[], $11::text[])
            with ordinality c(project_id, task_id, type, subject_kind, subject_id, version, at, actor_id, change_id, client_id, changes, place)
        order by c.place
        """;

    /// <summary>Twice as many as one claim can add, so that it keeps up; an hour more than is promised.</summary>
    private const string Forget =
        """
        delete from change where seq in (
            select o.seq from (select seq, added_at from change order by seq limit 128) o
            where o.added_at < now() - interval '7 days 1 hour')
        """;

    /// <summary>Appends at the end of a handler's transaction, because it holds up all other writers until the commit.</summary>
    public static async Task AppendAsync(NotificationsDbContext db, IReadOnlyList<ChangedMessage> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return;
        }

        await using (var forget = await db.CommandAsync(Forget, ct))
        {
            await forget.ExecuteNonQueryAsync(ct);
        }

        await using (var lockWriters = await db.CommandAsync(Lock, ct))
        {
            await lockWriters.ExecuteNonQueryAsync(ct);
        }

        await using var insert = await db.CommandAsync(Insert, ct);
        insert.AddArray(changes, c => c.ProjectId);
        insert.AddArray(changes, c => c.TaskId);
        insert.AddArray(changes, c => c.Type);
        insert.AddArray(changes, c => c.Subject.Kind);
        insert.AddArray(changes, c => c.Subject.Id);
        insert.AddArray(changes, c => c.Version);
        insert.AddArray(changes, c => c.At);
        insert.AddArray(changes, c => c.ActorId);
        insert.AddArray(changes, c => c.ChangeId);
        insert.AddArray(changes, c => c.ClientId);
        insert.AddArray(changes, c => c.Changes?.ToString());
        await insert.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The change in the current row, with its number.</summary>
    public static (long Seq, ChangedMessage Change) Read(NpgsqlDataReader row) => (
        row.GetInt64(0),
        new ChangedMessage(
            row.GetString(3),
            new ChangedSubject(row.GetString(4), row.GetGuid(5)),
            row.GetInt64(6),
            row.GetFieldValue<DateTimeOffset>(7),
            Id(row, 8),
            Id(row, 9),
            row.IsDBNull(10) ? null : row.GetString(10),
            row.IsDBNull(11) ? null : FieldChanges.FromJson(Encoding.UTF8.GetBytes(row.GetString(11))),
            row.GetGuid(1),
            Id(row, 2)));

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
