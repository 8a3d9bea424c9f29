using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Watchers;

/// <summary>The course of every change of who watches: whoever sees a task decides about themselves, others are for those who may edit.</summary>
internal sealed class WatcherChange(TasksDbContext db, IProjectAccess projects)
{
    /// <param name="target">Which watcher of which task.</param>
    /// <param name="change">Changes the draft, or says why not.</param>
    /// <param name="answerOf">The answer, from the changed task.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Results<T, Problem>> RunAsync<T>(WatcherTarget target, Func<TaskItem, Task<Problem?>> change, Func<TaskItem, T> answerOf, CancellationToken ct)
        where T : IResult, IStorableAnswer =>
        TaskChange.RunAsync(
            target.Task, target.IfMatch, target.Caller, db, projects,
            async open =>
            {
                var draft = open.Task.Draft();
                return (draft, await change(draft));
            },
            open => Task.FromResult(answerOf(open.Task)),
            ct,
            decidesUnderLocks: true,
            permission: target.UserId == target.Caller.Id ? Permissions.TaskRead : Permissions.TaskEdit);
}

/// <summary>Which watcher of which task, seen at which version, by whom.</summary>
internal readonly record struct WatcherTarget(TaskReference Task, Guid UserId, IfMatch IfMatch, Caller Caller);
