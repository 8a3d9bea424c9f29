using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Tasks;

namespace Waymark.Projects.Reactions;

/// <summary>Keeps what progress is made of. Every event of a task carries its small state; only whether it stands in the trash is told by few.</summary>
internal sealed class KeepTaskMarks(ProjectsDbContext db) : IEventBatchHandler
{
    private const string Store =
        """
        insert into task_mark as t (id, project_id, milestone_id, is_done, is_cancelled, is_deleted, version)
        select m.* from unnest(@ids, @projects, @milestones, @done, @cancelled, @deleted, @versions)
            as m(id, project_id, milestone_id, is_done, is_cancelled, is_deleted, version)
        where exists (select from project p where p.id = m.project_id)
        on conflict (id) do update set project_id = excluded.project_id, milestone_id = excluded.milestone_id, is_done = excluded.is_done,
            is_cancelled = excluded.is_cancelled, is_deleted = coalesce(excluded.is_deleted, t.is_deleted), version = excluded.version
        where t.version < excluded.version
        """;

    public static IEnumerable<Type> Events =>
        EventCatalog.All.Select(e => e.Record).Where(r => r.IsAssignableTo(typeof(TaskEvent))).Append(typeof(TaskErased));

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var erased = events.Select(e => e.Event).OfType<TaskErased>().Select(e => e.TaskId).ToHashSet();
        var told = events.Select(e => e.Event).OfType<TaskEvent>().Where(e => !erased.Contains(e.TaskId)).GroupBy(e => e.TaskId)
            .Select(same => same.OrderBy(e => e.Task.Version).ToList()).ToList();
        if (told.Count > 0)
        {
            await StoreAsync(told, ct);
        }

        if (erased.Count > 0)
        {
            await db.Set<Progress.TaskMark>().Where(t => erased.Contains(t.Id)).ExecuteDeleteAsync(ct);
        }
    }

    private async Task StoreAsync(List<List<TaskEvent>> told, CancellationToken ct)
    {
        var tasks = told.ConvertAll(same => same[^1].Task);
        await using var command = await db.CommandAsync(Store, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. tasks.Select(t => t.Id)]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. tasks.Select(t => t.ProjectId)]));
        command.Parameters.Add(new NpgsqlParameter("milestones", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = tasks.Select(t => t.MilestoneId).ToArray() });
        command.Parameters.Add(new NpgsqlParameter<bool[]>("done", [.. tasks.Select(t => t.StatusCategory == "completed")]));
        command.Parameters.Add(new NpgsqlParameter<bool[]>("cancelled", [.. tasks.Select(t => t.StatusCategory == "cancelled")]));
        command.Parameters.Add(new NpgsqlParameter("deleted", NpgsqlDbType.Array | NpgsqlDbType.Boolean) { Value = told.Select(IsDeleted).ToArray() });
        command.Parameters.Add(new NpgsqlParameter<long[]>("versions", [.. tasks.Select(t => t.Version)]));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What the last event says that says anything about it.</summary>
    private static bool? IsDeleted(List<TaskEvent> same) => same.FindLast(e => e is TaskDeleted or TaskRestored or TaskCreated) switch
    {
        null => null,
        var last => last is TaskDeleted,
    };
}
