using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Cycles;

public sealed record RemoveCycleTasksRequest([property: Required, MaxLength(AddCycleTasksRequest.MaxTasks)] IReadOnlyList<Guid>? TaskIds);

/// <summary>A cycle, and which of the named tasks have left it; the others were not in it.</summary>
public sealed record RemovedCycleTasks(CycleResponse Cycle, IReadOnlyList<Guid> RemovedIds);

/// <summary>Takes many tasks out of a cycle at once.</summary>
internal static class RemoveCycleTasks
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/cycles/{cycleId:guid}/tasks/remove", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, OpenCycle.CycleClosed).WithName(nameof(RemoveCycleTasks)).WithSummary("Take tasks out of a cycle");

    private static Task<Results<Answer<RemovedCycleTasks>, Problem>> HandleAsync(
        Guid cycleId, RemoveCycleTasksRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<RemovedCycleTasks>, Problem>>(async () =>
        {
            await using var transaction = await db.BeginAsync(ct);
            if (await CycleStore.FindAsync(db, guard, cycleId, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("cycle");
            }

            if (open.DemandWrite(Permissions.TaskEdit) is { } refused)
            {
                return refused;
            }

            var removed = await CycleTasks.RemoveAsync(db, open.Cycle, [.. request.TaskIds!.Distinct()], ct);
            var (cycle, scope, _) = await CycleStore.FindAgainAsync(db, guard, cycleId, caller.Id, ct);
            if (removed.Length > 0)
            {
                db.Publish(cycle, new CycleScopeChanged(cycle.State(), FieldChanges.None, [], removed), () => CycleStore.Update(cycle));
            }

            return await db.CommitAsync(Answers.Ok(new RemovedCycleTasks(CycleResponse.Of(cycle, scope), removed)), transaction, ct);
        });
}
