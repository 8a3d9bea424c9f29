using Waymark.Contracts.Projects;
using Waymark.Tasks.Recurring;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// The course of every change of one task: find it, check right and version, let the use case make a draft, record the
/// difference, save, answer. A draft that changes nothing writes nothing. What is decided under locks is decided in the
/// transaction that saves.
/// </summary>
internal static class TaskChange
{
    /// <summary>A change that answers with the whole task.</summary>
    public static Task<Results<Answer<TaskResponse>, Problem>> RunAsync(
        TaskReference reference,
        IfMatch ifMatch,
        Caller caller,
        TasksDbContext db,
        IProjectAccess projects,
        Func<OpenTask, Task<(TaskItem Draft, Problem? Problem)>> decide,
        CancellationToken ct,
        bool decidesUnderLocks = false) =>
        RunAsync(
            reference, ifMatch, caller, db, projects, decide,
            async open => Answers.Ok(await open.AnswerAsync(db, ct), open.Task.Version), ct, decidesUnderLocks);

    /// <summary>A change with an answer of its own.</summary>
    public static Task<Results<T, Problem>> RunAsync<T>(
        TaskReference reference,
        IfMatch ifMatch,
        Caller caller,
        TasksDbContext db,
        IProjectAccess projects,
        Func<OpenTask, Task<(TaskItem Draft, Problem? Problem)>> decide,
        Func<OpenTask, Task<T>> answerOf,
        CancellationToken ct,
        bool decidesUnderLocks = false,
        string permission = Permissions.TaskEdit)
        where T : IResult, IStorableAnswer =>
        db.DecideAsync<Results<T, Problem>>(async () =>
        {
            await using var transaction = decidesUnderLocks ? await db.BeginAsync(ct) : null;
            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(permission) ?? ifMatch.Check(open.Task.Version);
            if (problem is not null)
            {
                return problem;
            }

            (var draft, problem) = await decide(open!);
            if (problem is not null)
            {
                return problem;
            }

            await using var own = transaction is null && NextTask.IsDue(open!.Task, draft) ? await db.BeginAsync(ct) : null;
            var transitions = await RecordAsync(db, open!, draft, ct);
            var answer = await answerOf(open!);
            await SaveAsync(db, transitions, answer, transaction ?? own, ct);
            return answer;
        });

    /// <summary>Records the change and, where it completes a task that recurs, the next task.</summary>
    internal static async Task<IReadOnlyList<TaskTransition>> RecordAsync(TasksDbContext db, OpenTask open, TaskItem draft, CancellationToken ct)
    {
        var before = open.Task.Draft();
        var nextDraft = NextTask.IsDue(before, draft) && await NextTask.DraftAsync(db, open.Project, [draft], ct) is [var made] ? made : null;
        db.Record(open.Task, draft, open.Project);
        if (nextDraft is null)
        {
            return [new TaskTransition(before, open.Task)];
        }

        var next = new TaskItem { Id = nextDraft.Id, ProjectId = nextDraft.ProjectId, WorkspaceId = nextDraft.WorkspaceId };
        db.Record(next, nextDraft, open.Project);
        return [new TaskTransition(before, open.Task), new TaskTransition(null, next)];
    }

    /// <summary>
    /// Saves recorded changes and ends the transaction that they were decided in, if there is one; parents' counters join them in one
    /// where they are concerned.
    /// </summary>
    public static async Task SaveAsync(
        TasksDbContext db, IReadOnlyList<TaskTransition> transitions, IStorableAnswer answer, SaveTransaction? transaction, CancellationToken ct)
    {
        await using var own = transaction is null && SubtaskCounters.AreConcerned(transitions) ? await db.BeginAsync(ct) : null;
        await SubtaskCounters.UpdateAsync(db, transitions, ct);
        await db.CommitAsync(answer, own ?? transaction, ct);
    }
}
