namespace Waymark.Tasks.Model.Scheduling;

/// <summary>A task that would move because another is moved.</summary>
/// <param name="Task">Its number.</param>
/// <param name="Minutes">Working time by which it moves; negative when it could come earlier.</param>
/// <param name="Start">When it would start.</param>
/// <param name="Finish">When it would be finished.</param>
internal readonly record struct SuccessorShift(int Task, long Minutes, DateTimeOffset Start, DateTimeOffset Finish);

/// <summary>What moving a task does to those behind it. Nothing is changed: it is an offer.</summary>
/// <param name="Shifts">Direct and indirect successors that would move, soonest first.</param>
/// <param name="Conflicts">Links to which the new place does not keep, and links to fixed successors that cannot move.</param>
internal sealed record SuccessorShifts(IReadOnlyList<SuccessorShift> Shifts, IReadOnlyList<LinkConflict> Conflicts)
{
    /// <summary>Compares the schedule as it is with one in which the task starts at the new time.</summary>
    /// <returns>Null when the links of the plan go round in a circle, so that there is no schedule.</returns>
    public static SuccessorShifts? WhenMoved(ProjectPlan plan, int task, DateTimeOffset newStart)
    {
        var moved = plan.With(task, plan.Tasks[task] with { FixedStart = newStart });
        var time = new WorkingTime(plan.Calendar, moved.FirstInstant() < plan.FirstInstant() ? moved.FirstInstant() : plan.FirstInstant());
        if (!Schedule.TryCalculate(plan, time, out var before, out _) || !Schedule.TryCalculate(moved, time, out var after, out _))
        {
            return null;
        }

        var shifts = new List<SuccessorShift>();
        for (var i = 0; i < plan.Tasks.Length; i++)
        {
            var minutes = after.Earliest[i] - before.Earliest[i];
            if (i != task && minutes != 0)
            {
                var (start, finish) = after.InstantsOf(i, after.Earliest[i]);
                shifts.Add(new SuccessorShift(i, minutes, start, finish));
            }
        }

        shifts.Sort((one, other) => (one.Start, one.Task).CompareTo((other.Start, other.Task)));
        return new SuccessorShifts(shifts, [.. after.Conflicts.Where(c => !before.Conflicts.Contains(c))]);
    }
}
