using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Planning;

/// <summary>When the open tasks of a project can and have to be worked on, by the critical path method.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Start">Nothing is planned before.</param>
/// <param name="Finish">When the last task can be finished; null where there is none.</param>
/// <param name="LevelledFinish">The same when nobody works beyond their capacity; null unless asked for.</param>
/// <param name="Tasks">The tasks by their numbers.</param>
/// <param name="CriticalPath">A chain of tasks without slack that makes the project as long as it is, first to last.</param>
/// <param name="MissedDeadlines">The tasks whose deadlines cannot be kept: not even as early as they can be, or not when nobody works beyond their capacity, where that was asked for.</param>
public sealed record ScheduleResponse(
    Guid ProjectId, DateTimeOffset Start, DateTimeOffset? Finish, DateTimeOffset? LevelledFinish, IReadOnlyList<ScheduledTask> Tasks, IReadOnlyList<Guid> CriticalPath,
    IReadOnlyList<Guid> MissedDeadlines)
{
    internal static ScheduleResponse Of(PlannedProject project, Schedule schedule, LevelledSchedule? levelled)
    {
        var count = project.Plan.Tasks.Length;
        var tasks = Enumerable.Range(0, count).Select(task => ScheduledTask.Of(project, schedule, levelled, task)).ToList();
        return new ScheduleResponse(
            project.Project.Id,
            project.Plan.Start,
            count == 0 ? null : schedule.Finish,
            count == 0 || levelled is null ? null : schedule.Time.FinishAt(levelled.End),
            tasks,
            [.. schedule.CriticalPath().Select(project.IdOf)],
            [.. tasks.Where(t => t.MissedMinutes > 0 || t.LevelledMissedMinutes > 0).Select(t => t.Id)]);
    }
}

/// <summary>A task in a schedule.</summary>
/// <param name="Id">The task.</param>
/// <param name="Key">Its key.</param>
/// <param name="EarliestStart">As soon as what it waits for, and its own start, allow.</param>
/// <param name="EarliestFinish">Its duration later: <c>durationMinutes</c> of working time, or else its <c>estimateMinutes</c>.</param>
/// <param name="LatestStart">The latest that delays neither the end of the project nor a due date or a deadline.</param>
/// <param name="LatestFinish">Its duration later.</param>
/// <param name="SlackMinutes">The working time between earliest and latest.</param>
/// <param name="Critical">Whether there is no slack.</param>
/// <param name="LateMinutes">The working time by which its due date is missed.</param>
/// <param name="LevelledStart">When it starts if nobody works beyond their capacity; null unless asked for.</param>
/// <param name="LevelledFinish">When it is finished then.</param>
/// <param name="DeadlineAt">The moment that it must not pass.</param>
/// <param name="MissedMinutes">The working time by which its earliest finish lies behind its deadline.</param>
/// <param name="LevelledMissedMinutes">The working time by which its finish does if nobody works beyond their capacity; null unless asked for.</param>
public sealed record ScheduledTask(
    Guid Id,
    string Key,
    DateTimeOffset EarliestStart,
    DateTimeOffset EarliestFinish,
    DateTimeOffset LatestStart,
    DateTimeOffset LatestFinish,
    long SlackMinutes,
    bool Critical,
    long LateMinutes,
    DateTimeOffset? LevelledStart,
    DateTimeOffset? LevelledFinish,
    Moment? DeadlineAt,
    long MissedMinutes,
    long? LevelledMissedMinutes)
{
    internal static ScheduledTask Of(PlannedProject project, Schedule schedule, LevelledSchedule? levelled, int task)
    {
        var times = schedule.TimesOf(task);
        (DateTimeOffset Start, DateTimeOffset Finish)? placed = levelled?.TimesOf(task);
        return new ScheduledTask(
            project.IdOf(task), project.KeyOf(task), times.EarliestStart, times.EarliestFinish, times.LatestStart, times.LatestFinish,
            times.SlackMinutes, times.IsCritical, times.LateMinutes, placed?.Start, placed?.Finish,
            project.DeadlineOf(task), times.MissedMinutes, levelled?.MissedMinutesOf(task));
    }
}
