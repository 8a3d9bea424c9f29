using FsCheck;
using FsCheck.Fluent;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Services.Tests.Tasks.Model.Scheduling;

/// <summary>What holds for any plan. A failure names the seed of its plan.</summary>
public sealed class SchedulePropertyTests
{
    [Fact]
    public void The_schedule_is_the_one_that_patient_correction_finds() => ForAll((plan, schedule) =>
    {
        var (earliest, latest, end) = NaiveSchedule.Of(plan, schedule.Time);
        Assert.Equal(earliest, schedule.Earliest.ToArray());
        Assert.Equal(latest, schedule.Latest.ToArray());
        Assert.Equal(end, schedule.End);
    });

    [Fact]
    public void Every_link_holds_or_is_named_with_what_it_misses() => ForAll((plan, schedule) =>
    {
        var (tasks, conflicts) = (plan.Tasks.ToArray(), schedule.Conflicts.ToDictionary(c => c.Link, c => c.MissingMinutes));
        foreach (var (number, link) in plan.Links.ToArray().Index())
        {
            var missing = NaiveSchedule.BoundOf(link, tasks, schedule.Earliest[link.Predecessor]) - schedule.Earliest[link.Successor];
            Assert.Equal(Math.Max(0, missing), conflicts.GetValueOrDefault(number));
            Assert.True(missing <= 0 || tasks[link.Successor].FixedStart is not null);
        }
    });

    [Fact]
    public void Instants_keep_to_starts_and_durations() => ForAll((plan, schedule) =>
    {
        for (var i = 0; i < plan.Tasks.Length; i++)
        {
            var (task, times) = (plan.Tasks[i], schedule.TimesOf(i));
            Assert.True(times.EarliestStart >= (task.FixedStart ?? (task.NotBefore > plan.Start ? task.NotBefore.Value : plan.Start)));
            Assert.True(times.LatestStart >= times.EarliestStart && times.LatestFinish >= times.EarliestFinish);
            Assert.Equal(task.Minutes, schedule.Time.PositionFrom(times.EarliestFinish) - schedule.Time.PositionFrom(times.EarliestStart));
            Assert.Equal(task.Minutes, schedule.Time.PositionFrom(times.LatestFinish) - schedule.Time.PositionFrom(times.LatestStart));
            Assert.Equal(IsKept(task.Due), times.LateMinutes == 0);
            Assert.Equal(IsKept(task.Deadline), times.MissedMinutes == 0);

            bool IsKept(DateTimeOffset? moment) => moment is not { } at || schedule.Time.PositionFrom(times.EarliestFinish) <= schedule.Time.PositionUntil(at);
        }
    });

    [Fact]
    public void Slack_is_never_negative_and_the_critical_path_has_none_and_no_gap() => ForAll((plan, schedule) =>
    {
        var (tasks, path) = (plan.Tasks.ToArray(), schedule.CriticalPath());
        Assert.All(Enumerable.Range(0, tasks.Length), task => Assert.True(schedule.SlackOf(task) >= 0));
        Assert.All(path, task => Assert.Equal(0, schedule.SlackOf(task)));
        // When everything was over before the plan begins, nothing decides when it ends.
        var isOver = Enumerable.Range(0, tasks.Length).All(task => schedule.Earliest[task] + tasks[task].Minutes < schedule.End);
        Assert.Equal(isOver, path.Count == 0);
        Assert.True(!isOver || schedule.End == schedule.Time.PositionFrom(plan.Start));
        foreach (var (before, behind) in path.Zip(path.Skip(1)))
        {
            Assert.Contains(plan.Links.ToArray(), l => (l.Predecessor, l.Successor) == (before, behind)
                && NaiveSchedule.BoundOf(l, tasks, schedule.Earliest[before]) == schedule.Earliest[behind]);
        }

        if (path.Count > 0)
        {
            Assert.Equal(schedule.End, schedule.Earliest[path[^1]] + tasks[path[^1]].Minutes);
            var first = tasks[path[0]];
            Assert.Equal(schedule.Earliest[path[0]], OwnStart(plan, first, schedule.Time));
        }
    });

    [Fact]
    public void A_task_that_uses_up_its_slack_delays_nothing() => ForAll((plan, schedule) =>
    {
        for (var i = 0; i < plan.Tasks.Length; i++)
        {
            if (plan.Tasks[i] is { FixedStart: null } task)
            {
                var late = Calculate(plan.With(i, task with { NotBefore = schedule.Time.StartAt(schedule.Latest[i]) }), schedule.Time);
                Assert.Equal(schedule.End, late.End);
                Assert.Equal(schedule.Conflicts.Order(ByLink), late.Conflicts.Order(ByLink));
                Assert.All(Enumerable.Range(0, plan.Tasks.Length), t => Assert.Equal(MissedBy(schedule, t), MissedBy(late, t)));
            }
        }
    });

    [Fact]
    public void A_task_that_is_later_than_its_slack_delays_something() => ForAll((plan, schedule) =>
    {
        for (var i = 0; i < plan.Tasks.Length; i++)
        {
            if (plan.Tasks[i] is { FixedStart: null } task)
            {
                var late = Calculate(plan.With(i, task with { NotBefore = schedule.Time.StartAt(schedule.Latest[i] + 1) }), schedule.Time);
                Assert.True(
                    late.End > schedule.End
                    || late.Conflicts.Sum(c => c.MissingMinutes) > schedule.Conflicts.Sum(c => c.MissingMinutes)
                    || Enumerable.Range(0, plan.Tasks.Length).Any(t => MissedBy(late, t).Late > MissedBy(schedule, t).Late || MissedBy(late, t).Missed > MissedBy(schedule, t).Missed));
            }
        }
    });

    [Fact]
    public void A_link_back_closes_a_cycle_that_is_named() => ForAll((plan, _) =>
    {
        foreach (var link in plan.Links.ToArray())
        {
            var round = plan.With(0, plan.Tasks[0]);
            round.Add(new Link(link.Successor, link.Predecessor));
            Assert.False(Schedule.TryCalculate(round, out var none, out var cycle));
            Assert.Null(none);
            Assert.Equal(cycle.Count, cycle.Distinct().Count());
            Assert.All(cycle.Zip(cycle.Skip(1).Append(cycle[0])), pair => Assert.Contains(round.Links.ToArray(), l => (l.Predecessor, l.Successor) == pair));
        }
    });

    [Fact]
    public void Shifts_are_the_difference_that_the_move_makes_to_successors() => ForAll((plan, schedule) =>
    {
        for (var i = 0; i < plan.Tasks.Length; i++)
        {
            var moved = SuccessorShifts.WhenMoved(plan, i, schedule.TimesOf(i).EarliestStart);
            Assert.Empty(moved!.Shifts);
            var later = SuccessorShifts.WhenMoved(plan, i, schedule.TimesOf(i).EarliestStart.AddDays(2))!;
            Assert.All(later.Shifts, shift => Assert.True(shift.Minutes > 0 && IsBehind(plan, i, shift.Task) && plan.Tasks[shift.Task].FixedStart is null));
        }
    });

    internal static void ForAll(Action<ProjectPlan, Schedule> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var plan = GeneratedPlans.Next(seed);
            holds(plan, Calculate(plan, new WorkingTime(plan.Calendar, plan.FirstInstant())));
        }));

    private static readonly Comparer<LinkConflict> ByLink = Comparer<LinkConflict>.Create((one, other) => one.Link.CompareTo(other.Link));

    private static Schedule Calculate(ProjectPlan plan, WorkingTime time)
    {
        Assert.True(Schedule.TryCalculate(plan, time, out var schedule, out _));
        return schedule;
    }

    private static (long Late, long Missed) MissedBy(Schedule schedule, int task) => (schedule.TimesOf(task).LateMinutes, schedule.TimesOf(task).MissedMinutes);

    private static long OwnStart(ProjectPlan plan, PlannedTask task, WorkingTime time) => task switch
    {
        { FixedStart: { } at } => time.PositionFrom(at),
        { NotBefore: { } at } => Math.Max(time.PositionFrom(plan.Start), time.PositionFrom(at)),
        _ => time.PositionFrom(plan.Start),
    };

    private static bool IsBehind(ProjectPlan plan, int task, int other)
    {
        var behind = new HashSet<int> { task };
        while (plan.Links.ToArray().Any(l => behind.Contains(l.Predecessor) && behind.Add(l.Successor)))
        {
            // Until nothing was added.
        }

        return behind.Contains(other);
    }
}
