using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Steps;

/// <summary>The steps in their new order; those that are not named stay behind, in the order that they have.</summary>
public sealed record OrderStepsRequest([property: Required, MaxLength(TaskItem.MaxSteps)] IReadOnlyList<Guid>? Ids);

internal static class OrderSteps
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/tasks/{task}/steps", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, StepChange.TooManySteps).WithName(nameof(OrderSteps)).WithSummary("Put the steps of a task into another order");

    private static Task<Results<Answer<Page<TaskStep>>, Problem>> HandleAsync(
        TaskReference reference, OrderStepsRequest request, IfMatch ifMatch, Caller caller, StepChange change, CancellationToken ct) =>
        change.RunAsync(
            new StepTarget(reference, ifMatch, caller),
            present => Order(present, [.. request.Ids!]),
            task => Answers.Ok(new Page<TaskStep>(task.Steps, null)),
            ct);

    private static (IReadOnlyList<TaskStepInput> Steps, Problem? Problem) Order(TaskStep[] present, List<Guid> ids)
    {
        if (ids.Except(present.Select(s => s.Id)).Any())
        {
            return ([], Problems.NotFound("step"));
        }

        // The order is stable, so what is not named keeps its own behind the rest.
        var places = ids.Distinct().Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place);
        return ([.. present.OrderBy(s => places.GetValueOrDefault(s.Id, int.MaxValue)).Select(TaskStepInput.Of)], null);
    }
}
