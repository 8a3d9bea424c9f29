using Npgsql;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.Steps;

namespace Waymark.Tasks.Bulk;

/// <summary>One task of a bulk change: how it shall be, or why it cannot.</summary>
internal sealed record BulkDraft(TaskItem Task, TaskItem Draft, Problem? Problem = null);

/// <summary>
/// Makes the drafts of one project's tasks. They all wish the same, so what they refer to is asked for once, by a task that
/// stands for all of them.
/// </summary>
internal sealed class BulkDrafts(TasksDbContext db, TaskReferences references)
{
    private const string Ancestors =
        """
        with recursive ancestor as (
            select id, parent_id from task where id = @parent
            union
            select t.id, t.parent_id from task t join ancestor a on t.id = a.parent_id)
        select array(select id from ancestor)
        """;

    public async Task<IReadOnlyList<BulkDraft>> MakeAsync(IReadOnlyList<TaskItem> tasks, Access access, BulkWish wish, Guid callerId, CancellationToken ct)
    {
        if (access.DemandWrite(Permissions.TaskEdit) is { } refused)
        {
            return [.. tasks.Select(t => new BulkDraft(t, t, refused))];
        }

        var now = db.Scope.Now;
        if (wish.IsDeletion)
        {
            return [.. tasks.Select(t => new BulkDraft(t, Deleted(t, now)))];
        }

        var wishes = tasks.Select(t => (Task: t, Input: wish.Of(t))).ToList();
        var (all, problem) = await ResolveAsync(wishes, wish, callerId, ct);
        if (problem is not null)
        {
            return [.. tasks.Select(t => new BulkDraft(t, t, problem))];
        }

        var exclusive = wish.SetsLabels ? await ExclusiveLabels.ReadAsync(db, tasks[0].ProjectId, ct) : null;
        var above = wish.IsMove ? await AncestorsAsync(wish.ParentId!.Value, ct) : [];
        var drafts = new List<BulkDraft>(wishes.Count);
        foreach (var (task, input) in wishes)
        {
            problem = Shape.Check(input) is { } errors ? Problems.Invalid(errors) : above.Contains(task.Id) ? TaskReferences.ParentCycle.Because() : null;
            drafts.Add(problem is null ? await MakeAsync(task, input, all, access, wish, exclusive, callerId, ct) : new BulkDraft(task, task, problem));
        }

        return drafts;
    }

    /// <summary>Asks for nothing: what the task refers to newly, the one that stands for all has been told.</summary>
    private async Task<BulkDraft> MakeAsync(
        TaskItem task, TaskInput input, TaskItem all, Access access, BulkWish wish, ExclusiveLabels? exclusive, Guid callerId, CancellationToken ct)
    {
        var (now, project, draft, problem) = (db.Scope.Now, access.Project, task.Draft(), (Problem?)null);
        input.CopyTo(draft);
        if (wish.SetsSteps)
        {
            draft.Steps = TaskStepInput.Read(input.Steps, task.Steps, now);
        }

        draft.Type = wish.SetsType ? all.Type : task.Type;
        if (wish.SetsCustomFields)
        {
            draft.Fields = all.Fields.Count > 0 ? all.Fields : draft.Fields;
            (_, problem) = await references.ReadCustomFieldsAsync(callerId, draft, input, task.Type, ct);
        }

        draft.AssigneeIds = input.Assignees();
        draft.WatcherIds = [.. (input.WatcherIds ?? []).Distinct()];
        draft.Watch(input.WatcherIds is null ? draft.AssigneeIds.Prepend(draft.ReporterId) : draft.AssigneeIds.Except(task.AssigneeIds));
        draft.Labels = Spelled(input.Labels ?? [], all.Labels);
        if (exclusive is not null)
        {
            draft.Labels = exclusive.Without(draft.Labels, wish.AddedLabels);
            problem ??= exclusive.Check(draft.Labels, task.Labels);
        }

        draft.ParentId = input.ParentId;
        draft.MilestoneId = input.MilestoneId;
        // One of the tasks brings a new label along; the others only name it.
        draft.NewLabels = [.. all.NewLabels.Where(l => draft.Labels.Contains(l.Name, StringComparer.Ordinal))];
        all.NewLabels = [.. all.NewLabels.Except(draft.NewLabels)];
        problem ??= TaskRecurrenceInput.Apply(input.Recurrence, draft, project, now)
            ?? TransitionProblems.Move(draft, input.Status ?? Workflow.Parse(project.WorkflowJson).Initial.Key, access, now);
        return new BulkDraft(task, draft, problem);
    }

    /// <summary>What the tasks together refer to newly, in the draft of a task that does not exist.</summary>
    private async Task<(TaskItem All, Problem? Problem)> ResolveAsync(
        List<(TaskItem Task, TaskInput Input)> wishes, BulkWish wish, Guid callerId, CancellationToken ct)
    {
        var first = wishes[0];
        // Of a task that exists, so that a move takes the lock of its family.
        var all = new TaskItem { Id = Guid.CreateVersion7(db.Scope.Now), ProjectId = first.Task.ProjectId, WorkspaceId = first.Task.WorkspaceId, Type = first.Task.Type, Version = 1 };
        var problem = await references.ResolveAsync(callerId, all, new TaskInput
        {
            AssigneeIds = [.. wishes.SelectMany(w => w.Input.Assignees().Except(w.Task.AssigneeIds)).Distinct()],
            WatcherIds = [.. wishes.SelectMany(w => (w.Input.WatcherIds ?? []).Except(w.Task.WatcherIds)).Distinct()],
            Labels = [.. wishes.SelectMany(w => (w.Input.Labels ?? []).Except(w.Task.Labels, StringComparer.Ordinal)).DistinctBy(LabelNames.Fold, StringComparer.Ordinal)],
            ParentId = wish.IsMove ? wish.ParentId : null,
            MilestoneId = wishes.Find(w => w.Input.MilestoneId != w.Task.MilestoneId).Input?.MilestoneId,
            Steps = wish.SetsSteps ? first.Input.Steps : null,
            CustomFields = wish.CustomFields,
            Type = wish.SetsType ? wish.Type : first.Task.Type,
        }, ct, isOfAnyType: true);
        return (all, problem);
    }

    private async Task<HashSet<Guid>> AncestorsAsync(Guid parentId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Ancestors, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("parent", parentId));
        return [.. (Guid[])(await command.ExecuteScalarAsync(ct))!];
    }

    private static TaskItem Deleted(TaskItem task, DateTimeOffset now)
    {
        var draft = task.Draft();
        draft.DeletedAt = now;
        return draft;
    }

    private static string[] Spelled(IReadOnlyList<string> labels, string[] known) =>
        [.. labels.Select(l => known.FirstOrDefault(k => LabelNames.Fold(k) == LabelNames.Fold(l)) ?? l.Trim()).DistinctBy(LabelNames.Fold, StringComparer.Ordinal)];
}
