using Waymark.Contracts.Projects;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// The course of every change of one task: find it, check right and version, let the use case make a draft, record the
/// difference, save, answer. A draft that changes nothing writes nothing.
/// </summary>
internal static class TaskChange
{
    public static Task<Results<Answer<TaskResponse>, Problem>> RunAsync(
        TaskReference reference,
        IfMatch ifMatch,
        Caller caller,
        TasksDbContext db,
        IProjectAccess projects,
        Func<OpenTask, Task<(TaskItem Draft, Problem? Problem)>> decide,
        CancellationToken ct) =>
        db.DecideAsync<Results<Answer<TaskResponse>, Problem>>(async () =>
        {
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskEdit) ?? ifMatch.Check(open.Task.Version);
            if (problem is not null)
            {
                return problem;
            }

            (var draft, problem) = await decide(open!);
            if (problem is not null)
            {
                return problem;
            }

            var before = open!.Task.Draft();
            db.Record(open.Task, draft, open.Project);
            var answer = Answers.Ok(TaskResponse.Of(open.Task, open.Project.Key), open.Task.Version);
            await SaveAsync(db, [new TaskTransition(before, open.Task)], answer, ct);
            return answer;
        });

    /// <summary>Saves recorded changes; parents' counters join them in one transaction where they are concerned.</summary>
    public static async Task SaveAsync(TasksDbContext db, IReadOnlyList<TaskTransition> transitions, IStorableAnswer answer, CancellationToken ct)
    {
        if (!SubtaskCounters.AreConcerned(transitions))
        {
            await db.CommitAsync(answer, ct);
            return;
        }

        await using var transaction = await db.BeginAsync(ct);
        await SubtaskCounters.UpdateAsync(db, transitions, ct);
        await db.CommitAsync(answer, transaction, ct);
    }
}
