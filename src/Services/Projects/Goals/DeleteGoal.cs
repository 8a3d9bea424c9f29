namespace Waymark.Projects.Goals;

internal static class DeleteGoal
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/goals/{goalId:guid}", HandleAsync).RequirePermission(Permissions.GoalEdit)
            .WithName(nameof(DeleteGoal)).WithSummary("Delete a goal; those that contribute to it contribute to the one above");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid goalId, IfMatch ifMatch, Caller caller, ProjectsDbContext db, GoalReading reading, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await reading.FindAsync(goalId, caller.Id, ct) is not { } seen)
            {
                return Problems.NotFound("goal");
            }

            if (GoalRules.DeletionRefusal(seen.Goal, seen.Rank, caller.Id) is { } refused)
            {
                return refused;
            }

            await using var transaction = await db.BeginAsync(ct);
            await GoalRules.LockAsync(db, seen.Goal.WorkspaceId, ct);
            var goals = await db.Goals.Where(g => g.Id == goalId || g.ParentId == goalId).ToListAsync(ct);
            if (goals.Find(g => g.Id == goalId) is not { } goal)
            {
                return Problems.NotFound("goal");
            }

            if (ifMatch.Check(goal.Version) is { } stale)
            {
                return stale;
            }

            foreach (var below in goals.Where(g => g.ParentId == goalId))
            {
                var draft = below.Draft();
                draft.ParentId = goal.ParentId;
                if (below.Take(draft) is { } changes)
                {
                    db.Publish(below, new GoalUpdated(below.Told(), changes));
                }
            }

            db.Publish(goal, new GoalDeleted(goal.Told(), FieldChanges.None));
            db.Goals.Remove(goal);
            return await db.CommitAsync(Answers.Deleted(), transaction, ct);
        });
}
