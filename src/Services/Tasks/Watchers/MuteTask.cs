using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Watchers;

public sealed record MuteTaskRequest([property: Required] bool? Muted);

/// <summary>Mutes a task for oneself: one goes on watching and is told nothing of it, but for what names one, such as a mention.</summary>
internal static class MuteTask
{
    private static readonly ProblemKind NotYours = ProblemKinds.Forbidden;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/tasks/{task}/watchers/{userId:guid}", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(Access.ProjectArchived, NotYours).WithName(nameof(MuteTask)).WithSummary("Mute a task for oneself, or hear of it again");

    private static Task<Results<Answer<WatcherResponse>, Problem>> HandleAsync(
        TaskReference reference, Guid userId, MuteTaskRequest request, IfMatch ifMatch, Caller caller, WatcherChange change, CancellationToken ct) =>
        change.RunAsync(
            new WatcherTarget(reference, caller.Id, ifMatch, caller),
            draft =>
            {
                if (userId != caller.Id)
                {
                    return Task.FromResult<Problem?>(draft.WatcherIds.Contains(userId)
                        ? NotYours.Because("Whether they are told of a task is everybody's own matter.")
                        : Problems.NotFound("watcher"));
                }

                var others = (draft.MutedIds ?? []).Where(id => id != userId);
                Guid[] muted = request.Muted!.Value ? [.. others, userId] : [.. others];
                draft.MutedIds = muted.Length == 0 ? null : muted;
                return Task.FromResult<Problem?>(null);
            },
            task => Answers.Ok(WatcherResponse.Of(task, userId)),
            ct);
}
