using Waymark.Contracts.Tasks;

namespace Waymark.Projects.Goals;

/// <summary>What every change of a goal needs. Tasks are counted before it begins, so that nothing is locked meanwhile.</summary>
internal sealed class GoalChange(ProjectsDbContext db, GoalReading reading, GoalRules rules)
{
    public GoalReading Reading => reading;

    public GoalRules Rules => rules;

    /// <param name="goalId">The goal; a stranger gets 404.</param>
    /// <param name="callerId">Who changes it.</param>
    /// <param name="inputOf">The writable members as they should become.</param>
    /// <param name="ifMatch">The version that was seen.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Results<Answer<GoalResponse>, Problem>> RunAsync(
        Guid goalId, Guid callerId, Func<Goal, GoalInput> inputOf, IfMatch ifMatch, CancellationToken ct)
    {
        if (await reading.FindAsync(goalId, callerId, ct) is not { } seen)
        {
            return Problems.NotFound("goal");
        }

        if (GoalRules.Refusal(seen.Rank) is { } refused)
        {
            return refused;
        }

        var wish = inputOf(seen.Goal);
        if (Shape.Check(wish) is { } errors)
        {
            return Problems.Invalid(errors);
        }

        var tallies = await reading.TallyAsync([.. seen.CountedProjects, .. wish.ProjectIds ?? []], ct);
        return await db.DecideAsync(() => ChangeAsync(goalId, callerId, inputOf, ifMatch, tallies, ct));
    }

    /// <summary>Saves within the transaction, and makes the answer from what then stands there.</summary>
    public async Task<GoalResponse> SaveAsync(Goal goal, Guid callerId, IReadOnlyDictionary<Guid, TaskTally>? tallies, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var saved = await reading.FindAsync(goal.Id, callerId, ct) ?? throw new DbUpdateConcurrencyException("The goal was deleted meanwhile.");
        return saved.ToResponse(tallies);
    }

    private async Task<Results<Answer<GoalResponse>, Problem>> ChangeAsync(
        Guid goalId, Guid callerId, Func<Goal, GoalInput> inputOf, IfMatch ifMatch, IReadOnlyDictionary<Guid, TaskTally>? tallies, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(ct);
        if (await db.Goals.FirstOrDefaultAsync(g => g.Id == goalId, ct) is not { } goal)
        {
            return Problems.NotFound("goal");
        }

        var draft = goal.Draft();
        if ((ifMatch.Check(goal.Version) ?? await rules.CopyAsync(inputOf(goal), draft, callerId, ct)) is { } problem)
        {
            return problem;
        }

        if (goal.Take(draft) is { } changes)
        {
            db.Publish(goal, new GoalUpdated(goal.Told(), changes));
        }

        var answer = await SaveAsync(goal, callerId, tallies, ct);
        return await db.CommitAsync(Answers.Ok(answer, goal.Version), transaction, ct);
    }
}
