using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Services.Tests.Tasks.Model.Scheduling;

/// <summary>A schedule found by correcting every start again and again until no link complains: slow, and hard to get wrong.</summary>
internal static class NaiveSchedule
{
    public static (long[] Earliest, long[] Latest, long End) Of(ProjectPlan plan, WorkingTime time)
    {
        var tasks = plan.Tasks.ToArray();
        var links = plan.Links.ToArray();
        var start = time.PositionFrom(plan.Start);
        var earliest = tasks.Select(t => t.FixedStart is { } at ? time.PositionFrom(at) : t.NotBefore is { } own ? Math.Max(start, time.PositionFrom(own)) : start).ToArray();
        Repeat(() => links.Where(l => tasks[l.Successor].FixedStart is null)
            .Aggregate(false, (changed, l) => Raise(earliest, l.Successor, BoundOf(l, tasks, earliest[l.Predecessor])) || changed));

        var end = tasks.Select((t, i) => earliest[i] + t.Minutes).Append(start).Max();
        var latest = tasks.Select((t, i) => Math.Min(end, Earlier(t.Due, t.Deadline) is { } d ? Math.Max(time.PositionUntil(d), earliest[i] + t.Minutes) : end) - t.Minutes).ToArray();
        Repeat(() => links.Aggregate(false, (changed, l) =>
        {
            // A link that a fixed start does not respect must not miss more than it does.
            var most = Math.Max(tasks[l.Successor].FixedStart is null ? latest[l.Successor] : earliest[l.Successor], BoundOf(l, tasks, earliest[l.Predecessor]));
            return Lower(latest, l, tasks, most) || changed;
        }));
        return (earliest, latest, end);
    }

    /// <summary>The earliest start of the successor when the predecessor starts at a position.</summary>
    public static long BoundOf(Link link, PlannedTask[] tasks, long start)
    {
        var end = link.Kind is LinkKind.FinishToStart or LinkKind.FinishToFinish ? start + tasks[link.Predecessor].Minutes : start;
        return end + link.Lag - (link.Kind is LinkKind.FinishToFinish or LinkKind.StartToFinish ? tasks[link.Successor].Minutes : 0);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    private static bool Raise(long[] earliest, int task, long bound)
    {
        var isHigher = bound > earliest[task];
        earliest[task] = isHigher ? bound : earliest[task];
        return isHigher;
    }

    private static bool Lower(long[] latest, Link link, PlannedTask[] tasks, long most)
    {
        var isLower = BoundOf(link, tasks, latest[link.Predecessor]) > most;
        latest[link.Predecessor] -= isLower ? 1 : 0;
        return isLower;
    }

    private static void Repeat(Func<bool> correct)
    {
        while (correct())
        {
            // Until nothing was corrected.
        }
    }
}
