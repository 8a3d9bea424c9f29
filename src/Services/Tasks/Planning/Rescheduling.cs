using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Scheduling;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Planning;

/// <summary>A task moved to another start, with the dates that its successors get: worked out, not written.</summary>
/// <param name="Moved">The task as it would be.</param>
/// <param name="Successors">The tasks behind it as they are, each with its shift and as it would be.</param>
/// <param name="Conflicts">The dependencies that would not be kept.</param>
/// <param name="Passed">The deadlines that would be passed: first that of the task, then those of its successors.</param>
internal sealed record Rescheduling(
    TaskItem Moved, IReadOnlyList<(TaskItem Task, TaskItem Draft, SuccessorShift Shift)> Successors, IReadOnlyList<BrokenLink> Conflicts, IReadOnlyList<PassedDeadline> Passed)
{
    private const string Query = $"select {TaskRow.WholeColumns} from task t where t.id = any($1)";

    public static async Task<Rescheduling> PlanAsync(TasksDbContext db, OpenTask open, Moment startAt, CancellationToken ct)
    {
        var project = await PlannedProject.ReadAsync(db, open.Project, db.Scope.Now, ct);
        var zone = TimeZones.Find(open.Project.TimeZone);
        var start = startAt.Effective(zone, isEnd: false);
        var place = project.PlaceOf(open.Task.Id);
        var shifts = place is { } moved ? SuccessorShifts.WhenMoved(project.Plan, moved, start) : null;
        var ids = shifts?.Shifts.Select(s => project.IdOf(s.Task)).ToList() ?? [];
        var tasks = ids.Count == 0 ? [] : await ReadAsync(db, ids, ct);

        var dates = new ShiftedDates(project.Plan.Calendar, tasks.Values.Append(open.Task), start);
        var draft = open.Task.Draft();
        dates.Move(draft, startAt, start);
        var successors = (from shift in shifts?.Shifts ?? []
                          where tasks.ContainsKey(project.IdOf(shift.Task))
                          let task = tasks[project.IdOf(shift.Task)]
                          select (Task: task, Draft: dates.Later(task, shift), Shift: shift)).ToList();
        // What is closed keeps its deadline or has missed it, wherever it is moved to.
        var own = place is { } number ? dates.Passed(open.Project, draft, dates.FinishAt(start, project.Plan.Tasks[number].Minutes)) : null;
        var behind = successors.Where(s => s.Shift.Minutes > 0).Select(s => dates.Passed(open.Project, s.Draft, s.Shift.Finish));
        return new Rescheduling(
            draft,
            successors,
            [.. (shifts?.Conflicts ?? []).Select(c => new BrokenLink(project.DependencyOf(c.Link), project.IdOf(project.Plan.Links[c.Link].Successor), c.MissingMinutes))],
            [.. behind.Prepend(own).OfType<PassedDeadline>()]);
    }

    private static async Task<Dictionary<Guid, TaskItem>> ReadAsync(TasksDbContext db, List<Guid> ids, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.With(ids.ToArray());
        await using var row = await command.ExecuteReaderAsync(ct);
        var tasks = new Dictionary<Guid, TaskItem>(ids.Count);
        while (await row.ReadAsync(ct))
        {
            var task = TaskRow.ReadWhole(row);
            tasks[task.Id] = task;
        }

        return tasks;
    }

    /// <summary>Calculates dates in the working time of a project.</summary>
    private sealed class ShiftedDates
    {
        private readonly TimeZoneInfo _zone;
        private readonly WallClock _clock;
        private readonly WorkingTime _time;

        public ShiftedDates(WorkingCalendar calendar, IEnumerable<TaskItem> tasks, DateTimeOffset start)
        {
            (_zone, _clock) = (calendar.Zone, new WallClock(calendar.Zone));
            // Working time need not reach back further than anything that moves.
            var first = tasks.SelectMany(t => new[] { t.StartAt, t.DueAt, t.DeadlineAt }).OfType<DateTimeOffset>().Append(start).Min();
            _time = new WorkingTime(calendar, first < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : first);
        }

        public DateTimeOffset FinishAt(DateTimeOffset start, int minutes) => _time.FinishAt(_time.PositionFrom(start) + minutes);

        /// <summary>The deadline behind which a task lies that has been moved; null when it keeps it or has none.</summary>
        public PassedDeadline? Passed(ProjectCopy project, TaskItem draft, DateTimeOffset finish)
        {
            var due = draft.Due?.Effective(_zone, isEnd: true);
            var end = due > finish ? due.Value : finish;
            return draft is { Deadline: { } deadline, DeadlineAt: { } at } && end > at
                ? new PassedDeadline(draft.Id, $"{project.Key}-{draft.Number}", draft.Title, deadline, _time.PositionUntil(end) - _time.PositionUntil(at))
                : null;
        }

        /// <summary>The task itself: its due date keeps its distance from the start.</summary>
        public void Move(TaskItem draft, Moment startAt, DateTimeOffset start)
        {
            if (draft is { StartAt: { } before, Due: { } due, DueAt: { } dueAt })
            {
                draft.Due = PlanMoments.DueLater(due, dueAt, _time.PositionFrom(start) - _time.PositionFrom(before), _time, _clock);
            }

            draft.Start = startAt;
        }

        /// <summary>A task behind it: dates that it has go forward with it.</summary>
        public TaskItem Later(TaskItem task, SuccessorShift shift)
        {
            var draft = task.Draft();
            if (shift.Minutes > 0)
            {
                draft.Start = task.Start is { } start ? PlanMoments.StartLike(start, shift.Start, _clock) : null;
                draft.Due = task is { Due: { } due, DueAt: { } dueAt } ? PlanMoments.DueLater(due, dueAt, shift.Minutes, _time, _clock) : null;
            }

            return draft;
        }
    }
}
