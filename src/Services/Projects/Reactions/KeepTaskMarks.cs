using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Tasks;
using Waymark.Projects.Progress;

namespace Waymark.Projects.Reactions;

/// <summary>Keeps what the progress of milestones is made of; what arrives late changes nothing.</summary>
internal sealed class KeepTaskMarks(ProjectsDbContext db) : IEventBatchHandler
{
    private const string Store =
        """
        insert into task_mark as t (id, project_id, milestone_id, is_done, is_cancelled, is_deleted, version)
        select m.* from unnest(@ids, @projects, @milestones, @done, @cancelled, @deleted, @versions)
            as m(id, project_id, milestone_id, is_done, is_cancelled, is_deleted, version)
        where exists (select from project p where p.id = m.project_id)
        on conflict (id) do update set project_id = excluded.project_id, milestone_id = excluded.milestone_id, is_done = excluded.is_done,
            is_cancelled = excluded.is_cancelled, is_deleted = excluded.is_deleted, version = excluded.version
        where t.version < excluded.version
        """;

    public static IEnumerable<Type> Events => [typeof(TaskProgressed), typeof(TaskErased)];

    public async Task HandleAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var erased = events.Select(e => e.Event).OfType<TaskErased>().Select(e => e.TaskId).ToHashSet();
        var told = events.Select(e => e.Event).OfType<TaskProgressed>().Where(e => !erased.Contains(e.TaskId)).GroupBy(e => e.TaskId)
            .Select(same => same.MaxBy(e => e.TaskVersion)!).OrderBy(e => e.TaskId).ToList();
        if (told.Count > 0)
        {
            await StoreAsync(told, ct);
        }

        if (erased.Count > 0)
        {
            await db.Set<TaskMark>().Where(t => erased.Contains(t.Id)).ExecuteDeleteAsync(ct);
        }
    }

    private async Task StoreAsync(List<TaskProgressed> told, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Store, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. told.Select(t => t.TaskId)]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. told.Select(t => t.ProjectId)]));
        command.Parameters.Add(new NpgsqlParameter("milestones", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = told.Select(t => t.MilestoneId).ToArray() });
        command.Parameters.Add(new NpgsqlParameter<bool[]>("done", [.. told.Select(t => t.IsDone)]));
        command.Parameters.Add(new NpgsqlParameter<bool[]>("cancelled", [.. told.Select(t => t.IsCancelled)]));
        command.Parameters.Add(new NpgsqlParameter<bool[]>("deleted", [.. told.Select(t => t.IsDeleted)]));
        command.Parameters.Add(new NpgsqlParameter<long[]>("versions", [.. told.Select(t => t.TaskVersion)]));
        await command.ExecuteNonQueryAsync(ct);
    }
}
