using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Lifecycle;

/// <summary>Puts a task and everything below it in the trash, under one change id, so that one undo brings it all back.</summary>
internal static class DeleteTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/tasks/{task}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(DeleteTask)).WithSummary("Put a task and its sub-tasks in the trash");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        TaskReference reference, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskEdit) ?? ifMatch.Check(open.Task.Version);
            if (problem is not null)
            {
                return problem;
            }

            var answer = Answers.Deleted();
            await TaskChange.SaveAsync(db, await RecordAsync(db, open!, ct), answer, null, ct);
            return answer;
        });

    private static async Task<IReadOnlyList<TaskTransition>> RecordAsync(TasksDbContext db, OpenTask open, CancellationToken ct)
    {
        var below = await db.Tasks
            .FromSql(
                $"""
                with recursive below as (
                    select t.* from task t where t.parent_id = {open.Task.Id} and t.deleted_at is null
                    union all
                    select t.* from task t join below b on t.parent_id = b.id where t.deleted_at is null)
                select * from below
                """)
            .ToListAsync(ct);

        // One moment for all: by it a restore knows what was deleted together.
        var now = db.Scope.Now;
        var transitions = new List<TaskTransition>(below.Count + 1);
        foreach (var item in below.Prepend(open.Task))
        {
            transitions.Add(new TaskTransition(item.Draft(), item));
            var draft = item.Draft();
            draft.DeletedAt = now;
            db.Record(item, draft, open.Project);
        }

        return transitions;
    }
}
