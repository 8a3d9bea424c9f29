using Npgsql;
using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// What a task's input refers to: people, labels, the parent. One statement answers everything, and none is sent when
/// nothing is referred to. It runs in the transaction of the change: until the commit no label that it found can be renamed.
/// </summary>
internal static class TaskReferences
{
    public static readonly ProblemKind ParentCycle =
        ProblemKind.Unprocessable("parent_cycle", "A task cannot be a sub-task of itself or of one of its own sub-tasks.");

    private const string Query =
        """
        with known as (
            select folded, name, given_up from project_label where project_id = @project and folded = any(@folded) order by folded for share)
        select
            array(select u from unnest(@people) u
                  where not exists (select from project_member m where m.project_id = @project and m.user_id = u)
                    and not exists (select from workspace_manager w where w.workspace_id = @workspace and w.user_id = u)),
            array(select coalesce(l.name, n.name) from unnest(@names, @folded) with ordinality n(name, folded, place)
                  left join known l on l.folded = n.folded order by n.place),
            @parent is null or exists (select from task where id = @parent and project_id = @project and deleted_at is null),
            exists (
                with recursive ancestor as (
                    select id, parent_id from task where id = @parent
                    union
                    select t.id, t.parent_id from task t join ancestor a on t.id = a.parent_id)
                select from ancestor where id = @task),
            array(select n.name from unnest(@names, @folded) n(name, folded) left join known l on l.folded = n.folded where l.name is null order by n.folded),
            array(select coalesce(l.given_up, 0) from unnest(@names, @folded) n(name, folded) left join known l on l.folded = n.folded where l.name is null order by n.folded)
        """;

    /// <summary>Of two tasks that become each other's parent at once, the second sees what the first has done.</summary>
    private const string LockFamilies = "select pg_advisory_xact_lock(hashtextextended(@project::text, 8));";

    /// <summary>
    /// Writes people, labels and parent of <paramref name="input"/> into <paramref name="draft"/>, or says what is wrong.
    /// People must be able to see the project; labels take the spelling they have in it; a new one is written with the task. Somebody of
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
        var labels = (input.Labels ?? []).Select(l => l.Trim()).DistinctBy(LabelNames.Fold, StringComparer.Ordinal).ToArray();
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

            (labels, draft.NewLabels) = (answer.Labels, answer.NewLabels);
        }

        draft.AssigneeIds = assignees;
        draft.WatcherIds = watchers;
        draft.Labels = labels;
        draft.ParentId = input.ParentId;
        return null;
    }

    private static async Task<(Problem? Problem, string[] Labels, NewLabel[] NewLabels, bool AreUnknown)> AskAsync(
        TasksDbContext db, TaskItem draft, Guid[] people, string[] labels, Guid? parentId, CancellationToken ct)
    {
        var isMove = parentId is not null && draft.Version > 0;
        await using var command = await db.CommandAsync(isMove ? LockFamilies + Query : Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("people", people));
        command.Parameters.Add(new NpgsqlParameter<string[]>("names", labels));
        command.Parameters.Add(new NpgsqlParameter<string[]>("folded", [.. labels.Select(LabelNames.Fold)]));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", draft.ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", draft.WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter("parent", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)parentId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", draft.Id));
        await using var row = await command.ExecuteReaderAsync(ct);
        if (isMove)
        {
            await row.NextResultAsync(ct);
        }

        await row.ReadAsync(ct);
        if (row.GetFieldValue<Guid[]>(0).Length > 0)
        {
            return (Problems.NotFound("person in this project"), [], [], true);
        }

        if (!row.GetBoolean(2))
        {
            return (Problems.NotFound("task"), [], [], false);
        }

        return row.GetBoolean(3)
            ? (ParentCycle.Because(), [], [], false)
            : (null, row.GetFieldValue<string[]>(1), [.. row.GetFieldValue<string[]>(4).Zip(row.GetFieldValue<int[]>(5), (name, times) => new NewLabel(name, times))], false);
    }

    private static Guid[] Distinct(IReadOnlyList<Guid>? ids) => ids is { Count: > 0 } ? [.. ids.Distinct()] : [];

    private static Problem? LabelFaults(IReadOnlyList<string>? labels) =>
        labels is not null && labels.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > 60)
            ? Problems.Invalid("labels", "A label has between 1 and 60 characters.")
            : null;
}
