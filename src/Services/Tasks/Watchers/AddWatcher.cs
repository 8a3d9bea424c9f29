using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Watchers;

public sealed record AddWatcherRequest([property: Required] Guid? UserId);

/// <summary>Lets somebody watch a task, and be told of it again where they had muted it.</summary>
internal static class AddWatcher
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/watchers", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(Access.ProjectArchived, ProblemKinds.Forbidden).WithName(nameof(AddWatcher)).WithSummary("Watch a task, or let somebody watch it");

    private static Task<Results<CreatedAnswer<WatcherResponse>, Problem>> HandleAsync(
        TaskReference reference, AddWatcherRequest request, IfMatch ifMatch, Caller caller, WatcherChange change, TaskReferences references, CancellationToken ct)
    {
        var userId = request.UserId!.Value;
        return change.RunAsync(
            new WatcherTarget(reference, userId, ifMatch, caller),
            draft =>
            {
                draft.MutedIds = draft.MutedIds?.Where(id => id != userId).ToArray() is { Length: > 0 } others ? others : null;
                return references.ResolveAsync(caller.Id, draft, TaskInput.Of(draft) with { WatcherIds = [.. draft.WatcherIds.Union([userId])] }, ct);
            },
            task => Answers.Created($"/api/tasks/{task.Id}/watchers/{userId}", WatcherResponse.Of(task, userId)),
            ct);
    }
}
