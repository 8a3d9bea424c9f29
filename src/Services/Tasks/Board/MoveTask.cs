using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Board;

public sealed record MoveTaskRequest(string? Status, Guid? BeforeId, Guid? AfterId);

/// <summary>
/// Moves a task on the board: to a status, directly before or after another task, or to the end of the column. Only the
/// moved task's row is written; when two moves meet in the same gap the later one is decided anew.
/// </summary>
internal static class MoveTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/move", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse([Access.ProjectArchived, .. TransitionProblems.OfMoves, BoardOrder.OrderChanged]).WithName(nameof(MoveTask)).WithSummary("Move a task on the board");

    private static Task<Results<Answer<TaskResponse>, Problem>> HandleAsync(
        TaskReference reference, MoveTaskRequest? request, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        TaskChange.RunAsync(reference, ifMatch, caller, db, projects, async open =>
        {
            var draft = open.Task.Draft();
            if (request?.Status is { } status
                && TransitionProblems.Move(draft, status, open.Access, db.Scope.Now) is { } refused)
            {
                return (draft, refused);
            }

            (var rank, var problem) = await BoardOrder.PlaceAsync(db, draft, request?.BeforeId, request?.AfterId, ct);
            draft.Rank = rank ?? draft.Rank;
            return (draft, problem);
        }, ct);
}
