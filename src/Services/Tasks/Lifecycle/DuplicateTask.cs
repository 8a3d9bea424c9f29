using Npgsql;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.History;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

/// <param name="Subtasks">Whether everything below the task is duplicated with it.</param>
/// <param name="ProjectId">The project of the duplicate; that of the task when left out.</param>
/// <param name="Title">What the duplicate is called; like the task when left out.</param>
public sealed record DuplicateTaskRequest(
    [property: Required] bool? Subtasks, Guid? ProjectId = null, [property: TrimmedLength(TaskItem.MaxTitleLength)] string? Title = null);

/// <summary>
/// Makes a task once more, at the end of the order: what is closed or ticked off is open again, who asks is its reporter, a series starts anew. In another project
/// labels go by their name, the status by its key or else by its category, and people who cannot see the project stay behind.
/// </summary>
internal static class DuplicateTask
{
    private const int MostTasks = 1_000;

    private static readonly ProblemKind TooManySubtasks =
        ProblemKind.Unprocessable("too_many_subtasks", "At most 1,000 tasks are duplicated at once.");

    private const string Present =
        """
        select array(select u from unnest(@people) u
            where exists (select from project_member m where m.project_id = @project and m.user_id = u)
               or exists (select from workspace_manager w where w.workspace_id = @workspace and w.user_id = u))
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/duplicate", HandleAsync).RequirePermission(Permissions.TaskEdit).BulkWrite()
            .MayRefuse(ProblemKinds.NotFound, Access.ProjectArchived, TooManySubtasks).WithName(nameof(DuplicateTask))
            .WithSummary("Duplicate a task, with or without its sub-tasks, in its project or another");

    private static Task<Results<CreatedAnswer<TaskResponse>, Problem>> HandleAsync(
        TaskReference reference, DuplicateTaskRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<TaskResponse>, Problem>>(async () =>
        {
            var (id, problem) = await reference.ResolveAsync(db, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            await using var transaction = await db.BeginAsync(ct);
            var open = await OpenTasks.FindAsync(db, guard, [id], request.Subtasks!.Value, caller.Id, ct);
            if (open.Tasks.FirstOrDefault(t => t.Id == id) is not { } original)
            {
                return Problems.NotFound("task");
            }

            var access = request.ProjectId is { } other && other != original.ProjectId ? await guard.FindAsync(other, caller.Id, ct) : open.Projects[original.ProjectId];
            problem = access is null ? Problems.NotFound("project") : access.DemandWrite(Permissions.TaskEdit);
            problem ??= open.Tasks.Count > MostTasks ? TooManySubtasks.Because() : null;
            return problem is null ? await DuplicateAsync(db, original, open.Tasks, access!.Project, request.Title, caller.Id, transaction, ct) : problem;
        });

    private static async Task<Results<CreatedAnswer<TaskResponse>, Problem>> DuplicateAsync(
        TasksDbContext db, TaskItem original, IReadOnlyList<TaskItem> tasks, ProjectCopy project, string? title, Guid callerId, SaveTransaction transaction, CancellationToken ct)
    {
        var places = await ProjectPlaces.TakeAsync(db, project.Id, tasks.Count, ct);
        var duplicates = await DraftAsync(db, original, tasks, project, places, callerId, ct);
        var (root, draft) = duplicates[0];
        draft.Title = string.IsNullOrWhiteSpace(title) ? draft.Title : title.Trim();
        await UndoneLabels.SpellAsync(db, duplicates, ct);
        if (project.Id != original.ProjectId)
        {
            var exclusive = await ExclusiveLabels.ReadAsync(db, project.Id, ct);
            duplicates.ForEach(d => d.Draft.Labels = exclusive.FirstOfEach(d.Draft.Labels));
        }

        await UndoneDefinitions.LeaveOutAsync(db, duplicates, ct);
        duplicates.ForEach(d => db.Record(d.Task, d.Draft, project));
        if (duplicates.Count > 1)
        {
            // The rows first: they are the parents whose sub-tasks are counted then.
            await db.SaveChangesAsync(ct);
        }

        await SubtaskCounters.UpdateAsync(db, duplicates.ConvertAll(d => new TaskTransition(null, d.Task)), ct);
        var computed = await ComputedValues.AfterAsync(db, [project.Id], [root], duplicates.ConvertAll(d => d.Task), ct);
        var answer = Answers.Created($"/api/tasks/{root.Id}", computed.On(TaskResponse.Of(root, project.Key)), root.Version);
        return await db.CommitAsync(answer, transaction, ct);
    }

    /// <summary>The new rows with their drafts, the root first and the others in the order that they have on the board.</summary>
    private static async Task<List<(TaskItem Task, TaskItem Draft)>> DraftAsync(
        TasksDbContext db, TaskItem original, IReadOnlyList<TaskItem> tasks, ProjectCopy project, ProjectPlaces places, Guid callerId, CancellationToken ct)
    {
        var (now, workflow, isElsewhere) = (db.Scope.Now, Workflow.Parse(project.WorkflowJson), project.Id != original.ProjectId);
        var inOrder = tasks.OrderBy(t => t.Id == original.Id ? 0 : 1).ThenBy(t => t.Rank, StringComparer.Ordinal).ToList();
        var ids = inOrder.ToDictionary(t => t.Id, _ => Guid.CreateVersion7(now));
        var types = isElsewhere ? await ProjectTypes.ReadAsync(db, project.Id, ct) : null;
        var present = isElsewhere ? await PresentAsync(db, project, inOrder, ct) : null;
        return inOrder.ConvertAll(task =>
        {
            var draft = new TaskItem { Id = ids[task.Id], ProjectId = project.Id, WorkspaceId = project.WorkspaceId };
            foreach (var field in TaskFields.Table.All)
            {
                field.Copy(task, draft);
            }

            places.Give(draft, inOrder.IndexOf(task));
            draft.ReporterId = callerId;
            draft.ParentId = task.ParentId is { } parent && ids.TryGetValue(parent, out var copied) ? copied : isElsewhere ? null : task.ParentId;
            (draft.MilestoneId, draft.CustomJson, draft.Fields) = isElsewhere ? (null, null, []) : (task.MilestoneId, task.CustomJson, task.Fields);
            draft.Steps = [.. task.Steps.Select(s => s with { Done = false, AssigneeId = present?.Contains(s.AssigneeId ?? Guid.Empty) == false ? null : s.AssigneeId })];
            (draft.MutedIds, draft.Recurrence) = (null, task.Recurrence is { } series ? series with { Number = 1, NextId = null } : null);
            draft.Type = types?.Contains(task.Type, StringComparer.Ordinal) == false ? types[0] : task.Type;
            draft.AssigneeIds = [.. task.AssigneeIds.Where(id => present?.Contains(id) != false)];
            draft.WatcherIds = [.. task.WatcherIds.Where(id => present?.Contains(id) != false)];
            var state = StateOf(task, workflow);
            (draft.Status, draft.StatusCategory, draft.CompletedAt) = (state.Key, state.Category, null);
            return (new TaskItem { Id = draft.Id, ProjectId = draft.ProjectId, WorkspaceId = draft.WorkspaceId }, draft);
        });
    }

    private static Contracts.Projects.WorkflowState StateOf(TaskItem task, Workflow workflow)
    {
        if (StatusCategory.IsClosed(task.StatusCategory))
        {
            return workflow.Initial;
        }

        return workflow.Find(task.Status) is { } same && !StatusCategory.IsClosed(same.Category)
            ? same
            : workflow.States.FirstOrDefault(s => s.Category == task.StatusCategory) ?? workflow.Initial;
    }

    private static async Task<HashSet<Guid>> PresentAsync(TasksDbContext db, ProjectCopy project, List<TaskItem> tasks, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Present, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("people", [.. tasks.SelectMany(t => t.AssigneeIds.Concat(t.WatcherIds).Concat(t.Steps.Select(s => s.AssigneeId).OfType<Guid>())).Distinct()]));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", project.Id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", project.WorkspaceId));
        return [.. (Guid[])(await command.ExecuteScalarAsync(ct))!];
    }
}
