using Waymark.Contracts.Tasks;

namespace Waymark.Tasks.Cycles;

internal static class CreateCycle
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{projectId:guid}/cycles", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(CreateCycle)).WithSummary("Plan a cycle of a project");

    private static Task<Results<CreatedAnswer<CycleResponse>, Problem>> HandleAsync(
        Guid projectId, CycleInput request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<CycleResponse>, Problem>>(async () =>
        {
            if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
            {
                return Problems.NotFound("project");
            }

            var now = db.Scope.Now;
            var cycle = new Cycle { Id = Guid.CreateVersion7(now), ProjectId = projectId, WorkspaceId = access.Project.WorkspaceId, CreatedAt = now };
            if ((access.DemandWrite(Permissions.ProjectEdit) ?? request.CopyTo(cycle)) is { } problem)
            {
                return problem;
            }

            db.Publish(cycle, new CycleCreated(cycle.State(), Cycle.Changes(null, cycle)), () => CycleStore.Insert(cycle));
            return await db.CommitAsync(Answers.Created(CycleResponse.PathOf(cycle), CycleResponse.Of(cycle, default), cycle.Version), ct);
        });
}
