using Waymark.Contracts.Tasks;
using Waymark.Tasks.SavedViews;

namespace Waymark.Tasks.Cycles;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditCycle
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{projectId:guid}/cycles/{cycleId:guid}", ReplaceAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Access.ProjectArchived, OpenCycle.CycleClosed).WithName("ReplaceCycle").WithSummary("Replace the writable members of a cycle");
        routes.MapPatch("/api/projects/{projectId:guid}/cycles/{cycleId:guid}", PatchAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(Access.ProjectArchived, OpenCycle.CycleClosed).WithName("EditCycle").WithSummary("Change some members of a cycle");
    }

    private static Task<Results<Answer<CycleResponse>, Problem>> ReplaceAsync(
        Guid projectId, Guid cycleId, CycleInput request, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        ChangeAsync(projectId, cycleId, _ => request, ifMatch, caller.Id, db, guard, ct);

    private static Task<Results<Answer<CycleResponse>, Problem>> PatchAsync(
        Guid projectId, Guid cycleId, MergePatch<CycleInput> patch, IfMatch ifMatch, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        ChangeAsync(projectId, cycleId, cycle => patch.ApplyTo(CycleInput.Of(cycle)), ifMatch, caller.Id, db, guard, ct);

    private static Task<Results<Answer<CycleResponse>, Problem>> ChangeAsync(
        Guid projectId, Guid cycleId, Func<Cycle, CycleInput> inputOf, IfMatch ifMatch, Guid callerId, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<CycleResponse>, Problem>>(async () =>
        {
            await using var transaction = await db.BeginAsync(ct);
            if (await CycleStore.FindAsync(db, guard, cycleId, callerId, ct) is not { } open || open.Cycle.ProjectId != projectId)
            {
                return Problems.NotFound("cycle");
            }

            if ((open.DemandWrite(Permissions.ProjectEdit) ?? ifMatch.Check(open.Cycle.Version)) is { } refused)
            {
                return refused;
            }

            var input = inputOf(open.Cycle);
            var draft = open.Cycle with { };
            var problem = Shape.Check(input) is { } errors ? Problems.Invalid(errors) : input.CopyTo(draft);
            if (problem is not null)
            {
                return problem;
            }

            if (draft != open.Cycle)
            {
                db.Publish(draft, new CycleUpdated(draft.State(), Cycle.Changes(open.Cycle, draft)), () => CycleStore.Update(draft));
                await RenameInViews.OfCycles.FollowAsync(db, projectId, cycleId, (open.Cycle.Name, draft.Name), ct);
            }

            return await db.CommitAsync(Answers.Ok(CycleResponse.Of(draft, open.Scope), draft.Version), transaction, ct);
        });
}
