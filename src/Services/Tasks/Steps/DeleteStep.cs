using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Steps;

internal static class DeleteStep
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/tasks/{task}/steps/{stepId:guid}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, StepChange.TooManySteps).WithName(nameof(DeleteStep)).WithSummary("Delete a step of a task");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        TaskReference reference, Guid stepId, IfMatch ifMatch, Caller caller, StepChange change, CancellationToken ct) =>
        change.RunAsync(new StepTarget(reference, ifMatch, caller), stepId, _ => (null, null), _ => Answers.Deleted(), ct);
}
