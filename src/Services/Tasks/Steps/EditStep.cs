using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Steps;

/// <summary>Ticks a step, or changes something else of it.</summary>
internal static class EditStep
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/api/tasks/{task}/steps/{stepId:guid}", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, StepChange.TooManySteps).WithName(nameof(EditStep)).WithSummary("Tick a step of a task, or change it");

    private static Task<Results<Answer<TaskStep>, Problem>> HandleAsync(
        TaskReference reference, Guid stepId, MergePatch<TaskStepInput> patch, IfMatch ifMatch, Caller caller, StepChange change, CancellationToken ct) =>
        change.RunAsync(
            new StepTarget(reference, ifMatch, caller),
            stepId,
            step =>
            {
                var patched = patch.ApplyTo(step);
                return (patched, Shape.Check(patched) is { } errors ? Problems.Invalid(errors) : null);
            },
            task => Answers.Ok(task.Steps.Single(s => s.Id == stepId)),
            ct);
}
