using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Watchers;

/// <summary>Lets somebody watch a task no more. Whoever leaves by themselves does not come back by a comment of theirs.</summary>
internal static class RemoveWatcher
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/tasks/{task}/watchers/{userId:guid}", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(Access.ProjectArchived, ProblemKinds.Forbidden).WithName(nameof(RemoveWatcher)).WithSummary("Watch a task no more");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        TaskReference reference, Guid userId, IfMatch ifMatch, Caller caller, WatcherChange change, CancellationToken ct) =>
        change.RunAsync(
            new WatcherTarget(reference, userId, ifMatch, caller),
            draft =>
            {
                if (!draft.WatcherIds.Contains(userId))
                {
                    return Task.FromResult<Problem?>(Problems.NotFound("watcher"));
                }

                draft.WatcherIds = [.. draft.WatcherIds.Where(id => id != userId)];
                draft.MutedIds = userId == caller.Id ? [.. (draft.MutedIds ?? []).Union([userId])] : draft.MutedIds;
                return Task.FromResult<Problem?>(null);
            },
            _ => Answers.Deleted(),
            ct);
}
