using Waymark.Contracts.Projects;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

public sealed record ChangeStatusRequest([property: Required] string? Status);

internal static class ChangeStatus
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/api/tasks/{task}/status", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse([Access.ProjectArchived, .. TransitionProblems.OfMoves]).WithName(nameof(ChangeStatus)).WithSummary("Move a task to another status");

    private static Task<Results<Answer<TaskResponse>, Problem>> HandleAsync(
        TaskReference reference, ChangeStatusRequest request, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        TaskChange.RunAsync(reference, ifMatch, caller, db, projects, open =>
        {
            var draft = open.Task.Draft();
            var problem = TransitionProblems.Move(draft, request.Status!, open.Access, db.Scope.Now);
            return Task.FromResult((draft, problem));
        }, ct);
}
