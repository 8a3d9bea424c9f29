using Npgsql;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// What a task's input refers to: people, labels, the parent. One statement answers everything, and none is sent when
/// nothing is referred to.
/// </summary>
internal static class TaskReferences
{
    private const string Query =
        """
        with spelled as (
            insert into project_label (project_id, folded, name) select @project, n.folded, n.name from unnest(@names, @folded) n(name, folded)
            on conflict do nothing)
        select
            array(select u from unnest(@people) u
                  where not exists (select from project_member m where m.project_id = @project and m.user_id = u)
                    and not exists (select from workspace_manager w where w.workspace_id = @workspace and w.user_id = u)),
            array(select coalesce(l.name, n.name) from unnest(@names, @folded) with ordinality n(name, folded, place)
                  left join project_label l on l.project_id = @project and l.folded = n.folded order by n.place),
            @parent is null or exists (select from task where id = @parent and project_id = @project and deleted_at is null),
            exists (
                with recursive ancestor as (
                    select id, parent_id from task where id = @parent
                    union all
                    select t.id, t.parent_id from task t join ancestor a on t.id = a.parent_id)
                select from ancestor where id = @task)
        """;

    /// <summary>
    /// Writes people, labels and parent of <paramref name="input"/> into <paramref name="draft"/>, or says what is wrong.
    /// People must be able to see the project; labels take the spelling they have in it; a new label is made. Somebody of
    /// whose membership this service has not heard yet is asked for in the caller's name.
    /// </summary>
    public static async Task<Problem?> ResolveAsync(
        TasksDbContext db, ProjectGuard<TasksDbContext> guard, Guid callerId, TaskItem draft, TaskInput input, CancellationToken ct)
    {
        if (input.MilestoneId is not null)
        {
            return Problems.NotFound("milestone");
        }

        if (LabelFaults(input.Labels) is { } fault)
        {
            return fault;
        }

        var assignees = Distinct(input.AssigneeIds);
        var watchers = Distinct(input.WatcherIds);
        var labels = (input.Labels ?? []).Select(l => l.Trim()).DistinctBy(Fold, StringComparer.Ordinal).ToArray();
        var people = assignees.Except(draft.AssigneeIds).Union(watchers.Except(draft.WatcherIds)).ToArray();
        var isSameParent = input.ParentId == draft.ParentId;
        if (people.Length > 0 || !isSameParent || !labels.AsSpan().SequenceEqual(draft.Labels))
        {
            var parentId = isSameParent ? null : input.ParentId;
            var answer = await AskAsync(db, draft, people, labels, parentId, ct);
            if (answer.AreUnknown && await guard.LearnAsync(draft.ProjectId, callerId, ct))
            {
                answer = await AskAsync(db, draft, people, labels, parentId, ct);
            }

            if (answer.Problem is not null)
            {
                return answer.Problem;
            }

            labels = answer.Labels;
        }

        draft.AssigneeIds = assignees;
        draft.WatcherIds = watchers;
        draft.Labels = labels;
        draft.ParentId = input.ParentId;
        return null;
    }

    /// <summary>What makes two labels the same.</summary>
    public static string Fold(string label) => label.Trim().ToLowerInvariant();

    private static async Task<(Problem? Problem, string[] Labels, bool AreUnknown)> AskAsync(
        TasksDbContext db, TaskItem draft, Guid[] people, string[] labels, Guid? parentId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("people", people));
        command.Parameters.Add(new NpgsqlParameter<string[]>("names", labels));
        command.Parameters.Add(new NpgsqlParameter<string[]>("folded", [.. labels.Select(Fold)]));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", draft.ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", draft.WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter("parent", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)parentId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", draft.Id));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);

        if (row.GetFieldValue<Guid[]>(0).Length > 0)
        {
            return (Problems.NotFound("person in this project"), [], true);
        }

        if (!row.GetBoolean(2))
        {
            return (Problems.NotFound("task"), [], false);
        }

        return row.GetBoolean(3)
            ? (Problems.Unprocessable("parent_cycle", "A task cannot be a sub-task of itself or of one of its own sub-tasks."), [], false)
            : (null, row.GetFieldValue<string[]>(1), false);
    }

    private static Guid[] Distinct(IReadOnlyList<Guid>? ids) => ids is { Count: > 0 } ? [.. ids.Distinct()] : [];

    private static Problem? LabelFaults(IReadOnlyList<string>? labels) =>
        labels is not null && labels.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > 60)
            ? Problems.Invalid("labels", "A label has between 1 and 60 characters.")
            : null;
}
