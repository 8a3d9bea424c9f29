using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Platform.Data;
using Waymark.Platform.Messaging;

namespace Waymark.Membership;

/// <summary>Reads and writes the copies of tasks; an older state that arrives late changes nothing.</summary>
public static class TaskCopyStore
{
    /// <summary>The columns of <c>task_copy t</c>, in the order of <see cref="Read"/>.</summary>
    public const string Columns = "t.id, t.project_id, t.number, t.title, t.reporter_id, t.assignee_ids, t.watcher_ids, t.is_deleted, t.version";

    /// <summary>How many columns that are.</summary>
    public const int Count = 9;

    /// <summary>
    /// The events that change a copy. Those that only touch what no copy holds, such as the status, need not travel to where copies
    /// are kept; then a copy's version stays behind that of its task.
    /// </summary>
    public static IReadOnlyList<Type> Events { get; } =
        [typeof(TaskCreated), typeof(TaskUpdated), typeof(TaskAssigned), typeof(TaskDeleted), typeof(TaskRestored), typeof(TaskErased)];

    // An array of arrays must be rectangular, so people travel as array literals.
    private const string Store =
        """
        insert into task_copy (id, project_id, number, title, reporter_id, assignee_ids, watcher_ids, is_deleted, version)
        select t.id, t.project_id, t.number, t.title, t.reporter_id, t.assignees::uuid[], t.watchers::uuid[], t.is_deleted, t.version
        from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::bool[], $9::bigint[])
            as t(id, project_id, number, title, reporter_id, assignees, watchers, is_deleted, version)
        order by t.id
        on conflict (id) do update set project_id = excluded.project_id, number = excluded.number, title = excluded.title,
            reporter_id = excluded.reporter_id, assignee_ids = excluded.assignee_ids, watcher_ids = excluded.watcher_ids,
            is_deleted = coalesce(excluded.is_deleted, task_copy.is_deleted), version = excluded.version
        where task_copy.version < excluded.version
        """;

    /// <summary>Adds the table <c>task_copy</c> to a service's model.</summary>
    public static void AddTaskCopies(this ModelBuilder model) =>
        model.Entity<TaskCopy>(task =>
        {
            task.ToTable("task_copy");
            task.HasKey(t => t.Id);
            task.Property(t => t.Id).ValueGeneratedNever();
        });

    /// <summary>Stores the newest state that these events tell of each task, where they change a copy; an erased one is forgotten.</summary>
    public static async Task StoreAsync(ServiceDbContext db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        await StoreAsync(db, [.. events.Select(e => e.Event).OfType<TaskEvent>().Where(e => Events.Contains(e.GetType())).GroupBy(e => e.TaskId).Select(NewestOf)], ct);
        var erased = events.Select(e => e.Event).OfType<TaskErased>().Select(e => e.TaskId).ToArray();
        if (erased.Length > 0)
        {
            await using var command = await db.CommandAsync("delete from task_copy where id = any($1)", ct);
            command.Parameters.With(erased);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    internal static async Task StoreAsync(ServiceDbContext db, IReadOnlyList<TaskCopy> tasks, CancellationToken ct)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        await using var command = await db.CommandAsync(Store, ct);
        command.AddArray(tasks, t => t.Id);
        command.AddArray(tasks, t => t.ProjectId);
        command.AddArray(tasks, t => t.Number);
        command.AddArray(tasks, t => t.Title);
        command.AddArray(tasks, t => t.ReporterId);
        command.AddArray(tasks, t => Literal(t.AssigneeIds));
        command.AddArray(tasks, t => Literal(t.WatcherIds));
        command.AddArray(tasks, t => t.IsDeleted);
        command.AddArray(tasks, t => t.Version);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The copy in the current row, whose first columns are <see cref="Columns"/>.</summary>
    public static TaskCopy Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ProjectId = row.GetGuid(1),
        Number = row.GetInt32(2),
        Title = row.GetString(3),
        ReporterId = row.GetGuid(4),
        AssigneeIds = row.GetFieldValue<Guid[]>(5),
        WatcherIds = row.GetFieldValue<Guid[]>(6),
        IsDeleted = row.IsDBNull(7) ? null : row.GetBoolean(7),
        Version = row.GetInt64(8),
    };

    /// <summary>A task's state as a copy.</summary>
    /// <param name="task">The state.</param>
    /// <param name="isDeleted">Whether it is in the trash; null where that is not known.</param>
    public static TaskCopy CopyOf(TaskSnapshot task, bool? isDeleted) => new()
    {
        Id = task.Id,
        ProjectId = task.ProjectId,
        Number = task.Number,
        Title = task.Title,
        ReporterId = task.ReporterId,
        AssigneeIds = [.. task.AssigneeIds],
        WatcherIds = [.. task.WatcherIds],
        IsDeleted = isDeleted,
        Version = task.Version,
    };

    /// <summary>The trash shows in no snapshot: a task is in it from <c>task.deleted</c> to <c>task.restored</c>, other events between.</summary>
    private static TaskCopy NewestOf(IEnumerable<TaskEvent> events)
    {
        var inOrder = events.OrderBy(e => e.Task.Version).ToList();
        return CopyOf(inOrder[^1].Task, inOrder.FindLast(e => e is TaskCreated or TaskDeleted or TaskRestored) switch
        {
            null => null,
            var e => e is TaskDeleted,
        });
    }

    private static string Literal(Guid[] ids) => $"{{{string.Join(',', ids)}}}";
}
