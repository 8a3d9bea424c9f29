using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Cycles;

public sealed record AddCycleTasksRequest([property: Required, MaxLength(AddCycleTasksRequest.MaxTasks)] IReadOnlyList<Guid>? TaskIds)
{
    internal const int MaxTasks = 1_000;
}

/// <summary>Takes tasks into a cycle and out of it again; both are logged, so that the scope of a cycle has a history.</summary>
internal static class ChangeCycleScope
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/cycles/{cycleId:guid}/tasks", AddAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, OpenCycle.CycleClosed).WithName("AddCycleTasks").WithSummary("Take tasks into a cycle");
        routes.MapDelete("/api/cycles/{cycleId:guid}/tasks/{taskId:guid}", RemoveAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived, OpenCycle.CycleClosed).WithName("RemoveCycleTask").WithSummary("Take a task out of a cycle");
    }

    private static Task<Results<Answer<CycleResponse>, Problem>> AddAsync(
        Guid cycleId, AddCycleTasksRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<CycleResponse>, Problem>>(async () =>
        {
            Guid[] tasks = [.. request.TaskIds!.Distinct()];
            await using var transaction = await db.BeginAsync(ct);
            if (await CycleStore.FindAsync(db, guard, cycleId, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("cycle");
            }

            if (open.DemandWrite(Permissions.TaskEdit) is { } refused)
            {
                return refused;
            }

            var (found, added, left) = await CycleTasks.AddAsync(db, open.Cycle, tasks, ct);
            if (found < tasks.Length)
            {
                return Problems.NotFound("task in this project");
            }

            var (cycle, scope, _) = await CycleStore.FindAgainAsync(db, guard, cycleId, caller.Id, ct);
            if (added.Length > 0)
            {
                db.Publish(cycle, new CycleScopeChanged(cycle.State(), FieldChanges.None, added, []), () => CycleStore.Update(cycle));
            }

            await TellLeftAsync(db, left, ct);

            return await db.CommitAsync(Answers.Ok(CycleResponse.Of(cycle, scope), cycle.Version), transaction, ct);
        });

    private static Task<Results<Deleted, Problem>> RemoveAsync(
        Guid cycleId, Guid taskId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
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

            var removed = await CycleTasks.RemoveAsync(db, open.Cycle, [taskId], ct);
            if (removed.Length == 0)
            {
                return Problems.NotFound("task in this cycle");
            }

            db.Publish(open.Cycle, new CycleScopeChanged(open.Cycle.State(), FieldChanges.None, [], removed), () => CycleStore.Update(open.Cycle));
            return await db.CommitAsync(Answers.Deleted(), transaction, ct);
        });

    /// <summary>The cycles that tasks left for another one tell of it, each under its own key.</summary>
    private static async Task TellLeftAsync(TasksDbContext db, ILookup<Guid, Guid> left, CancellationToken ct)
    {
        if (left.Count == 0)
        {
            return;
        }

        var ids = left.Select(cycle => cycle.Key).ToArray();
        foreach (var cycle in await db.Set<Cycle>().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(ct))
        {
            db.Publish(cycle, new CycleScopeChanged(cycle.State(), FieldChanges.None, [], [.. left[cycle.Id]]), () => CycleStore.Update(cycle));
        }
    }
}
