using Waymark.Tasks.Computing;
using Waymark.Tasks.History;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Trash;

/// <param name="AsOf">A moment at which the task stood as it should stand again; left out, it only comes out of the trash.</param>
/// <param name="Fields">Which of its members go back to that moment, by their names in the API; all when left out.</param>
public sealed record RestoreTaskRequest(DateTimeOffset? AsOf, IReadOnlyList<string>? Fields);

/// <summary>
/// Takes a task out of the trash together with what was deleted with it, or sets it back to a past state: a new change like any
/// other, which can itself be undone. A task whose parent is in the trash comes back without one.
/// </summary>
internal static class RestoreTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/restore", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, RestorableFields.RestoreConflict).WithName(nameof(RestoreTask))
            .WithSummary("Take a task out of the trash, or back to a past state");

    private static Task<Results<Answer<TaskResponse>, Problem>> HandleAsync(
        TaskReference reference, RestoreTaskRequest? request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<TaskResponse>, Problem>>(async () =>
        {
            var wish = request ?? new RestoreTaskRequest(null, null);
            if (RestorableFields.Check(wish) is { } wrong)
            {
                return wrong;
            }

            var (id, problem) = await reference.ResolveAsync(db, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            await using var transaction = await db.BeginAsync(ct);
            var family = await FamilyAsync(db, id, ct);
            if (family.Count == 0 || await guard.FindAsync(family[0].ProjectId, caller.Id, ct) is not { } access)
            {
                return Problems.NotFound("task");
            }

            problem = access.DemandWrite(Permissions.TaskEdit);
            return problem is null ? await RestoreAsync(db, access.Project, family, wish, transaction, ct) : problem;
        });

    private static async Task<Results<Answer<TaskResponse>, Problem>> RestoreAsync(
        TasksDbContext db, ProjectCopy project, List<TaskItem> family, RestoreTaskRequest wish, SaveTransaction transaction, CancellationToken ct)
    {
        var workflow = Workflow.Parse(project.WorkflowJson);
        var restored = family.ConvertAll(task => (Task: task, Draft: TakeOut(task, workflow, db.Scope.Now)));
        var (task, draft) = restored[0];
        if (wish.AsOf is { } instant)
        {
            var then = await TaskPast.ReplayAsync(db, task, instant, ct);
            if (then is not { Version: > 0, DeletedAt: null })
            {
                return Problems.NotFound("task at that instant");
            }

            if (RestorableFields.Copy(then, draft, wish.Fields, workflow, db.Scope.Now) is { } lost)
            {
                return lost;
            }
        }

        if (await RestoredReferences.SettleAsync(db, restored, ct) is { } broken)
        {
            return broken;
        }

        var transitions = restored.ConvertAll(r => new TaskTransition(r.Task.Draft(), r.Task));
        restored.ForEach(r => db.Record(r.Task, r.Draft, project));
        await SubtaskCounters.UpdateAsync(db, transitions, ct);
        var computed = await ComputedValues.AfterAsync(db, [project.Id], [task], family, ct);
        return await db.CommitAsync(Answers.Ok(computed.On(TaskResponse.Of(task, project.Key)), task.Version), transaction, ct);
    }

    /// <summary>The task, and what was deleted with it, where it was: everything that one deletion deletes has the same moment.</summary>
    private static Task<List<TaskItem>> FamilyAsync(TasksDbContext db, Guid id, CancellationToken ct) => db.Tasks
        .FromSql(
            $"""
            with recursive family as (
                select t.*, 0 as depth from task t where t.id = {id}
                union all
                select t.*, f.depth + 1 from task t join family f on t.parent_id = f.id and t.deleted_at = f.deleted_at)
            select * from family order by depth
            """)
        .ToListAsync(ct);

    private static TaskItem TakeOut(TaskItem task, Workflow workflow, DateTimeOffset now)
    {
        var draft = task.Draft();
        draft.DeletedAt = null;
        if (task.DeletedAt is not null && workflow.Find(task.Status) is null)
        {
            draft.MoveTo(workflow.Initial.Key, workflow.Initial.Category, now);
        }

        return draft;
    }
}
