namespace Waymark.Tasks.Lifecycle;

/// <summary>Keeps the counts of sub-tasks on their parents, in the transaction of the change.</summary>
internal static class SubtaskCounters
{
    /// <summary>Whether saving these changes needs <see cref="UpdateAsync"/>, and so a transaction around both.</summary>
    public static bool AreConcerned(IReadOnlyList<TaskTransition> steps) => Deltas(steps).Any();

    public static async Task UpdateAsync(TasksDbContext db, IReadOnlyList<TaskTransition> steps, CancellationToken ct)
    {
        // Nobody looks at the counts of what goes into the trash along with its sub-tasks.
        var gone = steps.Where(s => s.After.DeletedAt is not null).Select(s => s.After.Id).ToHashSet();
        var changes = Deltas(steps).Select(d => new CountChange(d.ParentId, Subtasks: d.All, SubtasksDone: d.Done, IsTold: !gone.Contains(d.ParentId))).ToList();
        if (changes.Count > 0)
        {
            await TaskCounts.AddAsync(db, changes, ct);
        }
    }

    private static IEnumerable<(Guid ParentId, int All, int Done)> Deltas(IReadOnlyList<TaskTransition> steps) =>
        from share in steps.SelectMany(s => new[] { (Task: s.Before, Sign: -1), (Task: s.After, Sign: 1) })
        where share.Task is { ParentId: not null, DeletedAt: null }
        group share by share.Task!.ParentId!.Value into parent
        let all = parent.Sum(s => s.Sign)
        let done = parent.Sum(s => s.Task!.CompletedAt is null ? 0 : s.Sign)
        where all != 0 || done != 0
        select (parent.Key, all, done);
}

/// <summary>A task before and after a change; null before for a new one.</summary>
internal sealed record TaskTransition(TaskItem? Before, TaskItem After);
