using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Steps;

internal static class AddStep
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{task}/steps", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, StepChange.TooManySteps).WithName(nameof(AddStep)).WithSummary("Add a step behind the others");

    private static Task<Results<CreatedAnswer<TaskStep>, Problem>> HandleAsync(
        TaskReference reference, TaskStepInput request, IfMatch ifMatch, Caller caller, StepChange change, CancellationToken ct) =>
        change.RunAsync(
            new StepTarget(reference, ifMatch, caller),
            present => ([.. present.Select(TaskStepInput.Of), request with { Id = null }], null),
            task => Answers.Created($"/api/tasks/{task.Id}/steps/{task.Steps[^1].Id}", task.Steps[^1]),
            ct);
}
