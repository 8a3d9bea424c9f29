namespace Waymark.Tasks.Watchers;

/// <summary>Somebody who watches a task.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Muted">Whether they are told nothing of it all the same.</param>
public sealed record WatcherResponse(Guid UserId, bool Muted)
{
    internal static WatcherResponse Of(TaskItem task, Guid userId) => new(userId, task.MutedIds?.Contains(userId) == true);
}
