using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Cycles;

internal static class DeleteCycle
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{projectId:guid}/cycles/{cycleId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(DeleteCycle)).WithSummary("Delete a cycle with its scope log; its tasks stay");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid projectId, Guid cycleId, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await CycleStore.FindAsync(db, guard, cycleId, caller.Id, ct) is not { } open || open.Cycle.ProjectId != projectId)
            {
                return Problems.NotFound("cycle");
            }

            if ((open.Access.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(open.Cycle.Version)) is { } refused)
            {
                return refused;
            }

            db.Publish(open.Cycle, new CycleDeleted(open.Cycle.State(), FieldChanges.None), () => CycleStore.Delete(open.Cycle));
            await db.SaveChangesAsync(ct);
            return Answers.Deleted();
        });
}
