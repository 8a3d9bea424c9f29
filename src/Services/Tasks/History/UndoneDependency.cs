using System.Text.Json;
using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Dependencies;
using Waymark.Tasks.Model.Linking;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.History;

/// <summary>Takes a dependency back that a change made, or brings back one that it removed, while that can be.</summary>
internal static class UndoneDependency
{
    /// <summary>Whether a change made or removed a dependency and did nothing else: both of its tasks have told of it.</summary>
    public static bool IsOne(IEnumerable<StreamEvent> events) => events.All(e => e.Type is TaskEventTypes.DependencyAdded or TaskEventTypes.DependencyRemoved);

    public static async Task<Results<Answer<UndoChangeResponse>, Problem>> UndoAsync(
        TasksDbContext db, ProjectGuard<TasksDbContext> guard, StreamEvent told, Guid callerId, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(ct);
        var wasAdded = told.Type == TaskEventTypes.DependencyAdded;
        var state = StateIn(told, wasAdded);
        var (pair, problem) = await OpenPair.FindAsync(db, guard, told.StreamId, state.TaskId, callerId, ct);
        if (problem is not null)
        {
            return problem;
        }

        var dependency = TaskDependency.Of(state, pair!.Task.Task, callerId, db.Scope.Now);
        if (await ConflictAsync(db, dependency, wasAdded, pair, callerId, ct) is { } conflict)
        {
            return conflict;
        }

        pair.Record(db, dependency, isAdded: !wasAdded);
        if (pair.Task.HasComputed || pair.Other.HasComputed)
        {
            // The rows first: what a task waits for is computed from them.
            await db.SaveChangesAsync(ct);
        }

        TaskResponse[] tasks = [await pair.Task.AnswerAsync(db, ct), await pair.Other.AnswerAsync(db, ct)];
        return await db.CommitAsync(Answers.Ok(new UndoChangeResponse(db.ChangeId, tasks)), transaction, ct);
    }

    private static async Task<Problem?> ConflictAsync(
        TasksDbContext db, TaskDependency dependency, bool wasAdded, OpenPair pair, Guid callerId, CancellationToken ct)
    {
        if (wasAdded)
        {
            return await db.Dependencies.AnyAsync(d => d.Id == dependency.Id, ct) ? null : UndoChange.UndoConflict.Because("The dependency was removed since.");
        }

        return await DependencyRules.RefusalAsync(db, dependency, pair, callerId, ct) is { } refusal ? UndoChange.UndoConflict.Because(refusal.Detail) : null;
    }

    private static DependencyState StateIn(StreamEvent told, bool wasAdded)
    {
        var change = told.Changes.Read()["dependencies"];
        return (wasAdded ? change.To : change.From)!.Value.Deserialize(ContractsJson.Wire.DependencyState)!;
    }
}
