using Npgsql;
using NpgsqlTypes;
using Waymark.Tasks.History;

namespace Waymark.Tasks.Trash;

/// <summary>
/// What a restored task refers to, by now: people who have left the project stay away, a place on the board that another task has
/// taken is left to it, labels take the spelling that they have meanwhile.
/// </summary>
internal static class RestoredReferences
{
    private const string Query =
        """
        select
            array(select u from unnest(@people) u
                  where exists (select from project_member m where m.project_id = @project and m.user_id = u)
                     or exists (select from workspace_manager w where w.workspace_id = @workspace and w.user_id = u)),
            exists (select from task t where t.project_id = @project and t.rank = @rank and t.id <> @task),
            @parent is null or exists (select from task t where t.id = @parent and t.project_id = @project and t.deleted_at is null)
        """;

    /// <summary>Settles the references of a draft, and those of what comes back below it, or says why they cannot be.</summary>
    public static async Task<Problem?> SettleAsync(TasksDbContext db, IReadOnlyList<(TaskItem Task, TaskItem Draft)> restored, CancellationToken ct)
    {
        var (task, draft) = restored[0];
        var (present, isRankTaken, hasParent) = await AskAsync(db, task, draft, ct);
        draft.AssigneeIds = Present(task.AssigneeIds, draft.AssigneeIds, present);
        draft.WatcherIds = Present(task.WatcherIds, draft.WatcherIds, present);
        draft.Rank = isRankTaken ? task.Rank : draft.Rank;
        if (task.DeletedAt is not null && draft.ParentId == task.ParentId && !hasParent)
        {
            // Its parent is in the trash or erased: it comes back on its own.
            draft.ParentId = null;
        }

        if (await UndoneFamilies.AreBrokenAsync(db, restored, ct))
        {
            return RestorableFields.RestoreConflict.Because("The parent of then is in the trash, or below the task by now.");
        }

        await UndoneLabels.SpellAsync(db, restored, ct);
        await UndoneDefinitions.LeaveOutAsync(db, restored, ct);
        await UndoneDefinitions.NameAsync(db, restored, ct);
        return null;
    }

    /// <summary>Whom the task has already is not asked about.</summary>
    private static Guid[] Present(Guid[] now, Guid[] wanted, HashSet<Guid> present) => [.. wanted.Where(id => now.Contains(id) || present.Contains(id))];

    private static async Task<(HashSet<Guid> Present, bool IsRankTaken, bool HasParent)> AskAsync(TasksDbContext db, TaskItem task, TaskItem draft, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("people", [.. draft.AssigneeIds.Union(draft.WatcherIds)]));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", task.ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", task.WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", task.Id));
        command.Parameters.Add(new NpgsqlParameter<string>("rank", draft.Rank));
        command.Parameters.Add(new NpgsqlParameter("parent", NpgsqlDbType.Uuid) { Value = (object?)draft.ParentId ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return ([.. row.GetFieldValue<Guid[]>(0)], row.GetBoolean(1), row.GetBoolean(2));
    }
}
