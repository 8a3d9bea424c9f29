using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Cycles;

/// <param name="CarryOverTo">The open cycle of the same project that takes on what is not finished; left out, it goes nowhere.</param>
public sealed record CloseCycleRequest(Guid? CarryOverTo = null);

/// <summary>Closes a cycle: what is done counts for it for good, what is not goes on to the next one.</summary>
internal static class CloseCycle
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/cycles/{cycleId:guid}/close", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Access.ProjectArchived, OpenCycle.CycleClosed).WithName(nameof(CloseCycle)).WithSummary("Close a cycle, with what is unfinished carried over to the next");

    private static Task<Results<Answer<CycleResponse>, Problem>> HandleAsync(
        Guid cycleId, CloseCycleRequest? request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<CycleResponse>, Problem>>(async () =>
        {
            await using var transaction = await db.BeginAsync(ct);
            if (await CycleStore.FindAsync(db, guard, cycleId, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("cycle");
            }

            if (open.DemandWrite(Permissions.ProjectEdit) is { } refused)
            {
                return refused;
            }

            var (next, problem) = await NextAsync(db, guard, open.Cycle, request?.CarryOverTo, caller.Id, ct);
            if (problem is not null)
            {
                return problem;
            }

            var closed = open.Cycle with { ClosedAt = db.Scope.Now };
            var carried = await CycleTasks.CloseAsync(db, closed, next, ct);
            // What is done now is what counts for good.
            var (_, scope, _) = await CycleStore.FindAgainAsync(db, guard, cycleId, caller.Id, ct);
            db.Publish(closed, new CycleClosed(closed.State(), Cycle.Changes(open.Cycle, closed), next?.Id), () => CycleStore.Update(closed));
            if (next is not null && carried.Length > 0)
            {
                db.Publish(next, new CycleScopeChanged(next.State(), FieldChanges.None, carried, []), () => CycleStore.Update(next));
            }

            return await db.CommitAsync(Answers.Ok(CycleResponse.Of(closed, scope), closed.Version), transaction, ct);
        });

    private static async Task<(Cycle? Next, Problem? Problem)> NextAsync(
        TasksDbContext db, ProjectGuard<TasksDbContext> guard, Cycle cycle, Guid? nextId, Guid callerId, CancellationToken ct)
    {
        if (nextId is not { } id)
        {
            return (null, null);
        }

        if (id == cycle.Id)
        {
            return (null, Problems.Invalid("carryOverTo", "Another cycle is expected."));
        }

        var next = await CycleStore.FindAsync(db, guard, id, callerId, ct);
        return next is null || next.Cycle.ProjectId != cycle.ProjectId ? (null, Problems.NotFound("cycle in this project"))
            : next.Cycle.ClosedAt is not null ? (null, OpenCycle.CycleClosed.Because("The cycle that should take on the rest is closed itself."))
            : (next.Cycle, null);
    }
}
