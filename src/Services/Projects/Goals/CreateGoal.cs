using Waymark.Projects.Access;

namespace Waymark.Projects.Goals;

public sealed record CreateGoalRequest : GoalInput
{
    /// <summary>Left out: the caller's personal workspace.</summary>
    public Guid? WorkspaceId { get; init; }
}

internal static class CreateGoal
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/goals", HandleAsync).RequirePermission(Permissions.GoalEdit)
            .MayRefuse(ProblemKinds.NotFound, GoalRules.GoalsTooDeep).WithName(nameof(CreateGoal)).WithSummary("Set a goal for a workspace");

    private static async Task<Results<CreatedAnswer<GoalResponse>, Problem>> HandleAsync(
        CreateGoalRequest request, Caller caller, ProjectsDbContext db, ProjectDoor door, GoalChange change, CancellationToken ct)
    {
        var workspaceId = request.WorkspaceId ?? caller.Id;
        var (_, rank) = await door.FindWorkspaceAsync(workspaceId, caller.Id, ct);
        if ((rank == 0 ? Problems.NotFound("workspace") : GoalRules.Refusal(rank)) is { } refused)
        {
            return refused;
        }

        var tallies = await change.Reading.TallyAsync(request.ProjectIds ?? [], ct);
        return await db.DecideAsync<Results<CreatedAnswer<GoalResponse>, Problem>>(async () =>
        {
            var now = db.Scope.Now;
            var goal = new Goal { Id = Guid.CreateVersion7(now), WorkspaceId = workspaceId, OwnerId = caller.Id, CreatedAt = now };
            await using var transaction = await db.BeginAsync(ct);
            if (await WorkspaceStore.IsDeletedAsync(db, workspaceId, ct))
            {
                return Problems.NotFound("workspace");
            }

            if (await change.Rules.CopyAsync(request, goal, caller.Id, ct) is { } problem)
            {
                return problem;
            }

            db.Goals.Add(goal);
            db.Publish(goal, new GoalCreated(goal.Told(), StreamFields<Goal>.Changes(Goal.Fields.All, null, goal, withOldTexts: false)));
            var answer = await change.SaveAsync(goal, caller.Id, tallies, ct);
            return await db.CommitAsync(Answers.Created(GoalResponse.PathOf(goal), answer, goal.Version), transaction, ct);
        });
    }
}
