namespace Waymark.Projects.Progress;

/// <summary>How many tasks there are, the cancelled ones and those in the trash left out, and how many of them are done.</summary>
public sealed record TaskProgress(int Done, int Total)
{
    internal static readonly TaskProgress None = new(0, 0);

    /// <summary>The progress of these milestones; one without tasks is left out.</summary>
    internal static Task<Dictionary<Guid, TaskProgress>> OfMilestonesAsync(ProjectsDbContext db, IEnumerable<Guid> milestoneIds, CancellationToken ct) =>
        db.Set<TaskMark>().Where(t => milestoneIds.Contains(t.MilestoneId!.Value) && !t.IsCancelled && !t.IsDeleted)
            .GroupBy(t => t.MilestoneId!.Value)
            .Select(g => new { Id = g.Key, Done = g.Count(t => t.IsDone), Total = g.Count() })
            .ToDictionaryAsync(c => c.Id, c => new TaskProgress(c.Done, c.Total), ct);
}
