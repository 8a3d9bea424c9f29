namespace Waymark.Tasks.Lifecycle;

/// <summary>Keeps the counts of sub-tasks on their parents, in the transaction of the change.</summary>
internal static class SubtaskCounters
{
    /// <summary>Whether saving these changes needs <see cref="UpdateAsync"/>, and so a transaction around both.</summary>
    public static bool AreConcerned(IReadOnlyList<TaskTransition> steps) => Deltas(steps).Any();

    /// <summary>Counts in the parents' rows, and notes it in those of them that the changes hold, so that an answer tells the counts of now.</summary>
    public static async Task UpdateAsync(TasksDbContext db, IReadOnlyList<TaskTransition> steps, CancellationToken ct)
    {
        // Nobody looks at the counts of what goes into the trash along with its sub-tasks.
        var gone = steps.Where(s => s.After.DeletedAt is not null).Select(s => s.After.Id).ToHashSet();
        var changes = Deltas(steps).Select(d => new CountChange(d.ParentId, Subtasks: d.All, SubtasksDone: d.Done, IsTold: !gone.Contains(d.ParentId))).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var counts = await TaskCounts.AddAsync(db, changes, ct);
        foreach (var task in steps.Select(s => s.After))
        {
            (task.SubtaskCount, task.SubtaskDoneCount) = counts.GetValueOrDefault(task.Id, (task.SubtaskCount, task.SubtaskDoneCount));
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
