using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Services.Tests.Tasks.Model.Scheduling;

public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // A Monday at nine.
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-03-02T09:00:00+01:00");

    [Fact]
    public void A_task_waits_for_its_predecessors_and_has_slack_where_another_way_is_longer()
    {
        var plan = Plan(480, 960, 240, 480);
        Link(plan, (0, 1), (0, 2), (1, 3), (2, 3));
        var schedule = Calculate(plan);

        Assert.Equal([0, 1, 3], schedule.CriticalPath());
        Assert.Equal([0, 0, 720, 0], Enumerable.Range(0, 4).Select(schedule.SlackOf));
        Assert.Equal(InBerlin("2026-03-05T17:00"), schedule.Finish);
        var times = schedule.TimesOf(2);
        Assert.Equal((InBerlin("2026-03-03T09:00"), InBerlin("2026-03-03T13:00")), (times.EarliestStart, times.EarliestFinish));
        Assert.Equal((InBerlin("2026-03-04T13:00"), InBerlin("2026-03-04T17:00")), (times.LatestStart, times.LatestFinish));
        Assert.False(times.IsCritical);
    }

    [Theory]
    [InlineData(nameof(LinkKind.FinishToStart), 0, "2026-03-03T09:00")]
    [InlineData(nameof(LinkKind.FinishToStart), 60, "2026-03-03T10:00")]
    [InlineData(nameof(LinkKind.FinishToStart), -60, "2026-03-02T16:00")]
    [InlineData(nameof(LinkKind.StartToStart), 60, "2026-03-02T10:00")]
    [InlineData(nameof(LinkKind.FinishToFinish), 0, "2026-03-02T13:00")]
    [InlineData(nameof(LinkKind.FinishToFinish), 60, "2026-03-02T14:00")]
    [InlineData(nameof(LinkKind.StartToFinish), 480, "2026-03-02T13:00")]
    [InlineData(nameof(LinkKind.StartToFinish), 0, "2026-03-02T09:00")]
    public void Each_kind_of_link_ties_the_ends_it_names(string kind, int lag, string expected)
    {
        var plan = Plan(480, 240);
        plan.Add(new Link(0, 1, Enum.Parse<LinkKind>(kind), lag));
        Assert.Equal(InBerlin(expected), Calculate(plan).TimesOf(1).EarliestStart);
    }

    [Fact]
    public void Nobody_works_at_night_at_the_weekend_or_on_a_holiday()
    {
        var plan = new ProjectPlan(WorkingCalendar.Office(Berlin, [new DateOnly(2026, 3, 9)]), InBerlin("2026-03-06T16:00"));
        plan.Add(new PlannedTask(120));
        Assert.Equal(InBerlin("2026-03-10T10:00"), Calculate(plan).Finish);
    }

    [Fact]
    public void A_start_of_its_own_holds_back_and_a_fixed_one_moves_for_nothing()
    {
        var plan = Plan(480);
        plan.Add(new PlannedTask(60, NotBefore: InBerlin("2026-03-04T12:00")));
        plan.Add(new PlannedTask(60, FixedStart: InBerlin("2026-03-02T11:00")));
        Link(plan, (0, 1), (0, 2));
        var schedule = Calculate(plan);

        Assert.Equal(InBerlin("2026-03-04T12:00"), schedule.TimesOf(1).EarliestStart);
        Assert.Equal(InBerlin("2026-03-02T11:00"), schedule.TimesOf(2).EarliestStart);
        Assert.Equal([new LinkConflict(1, 360)], schedule.Conflicts);
    }

    [Fact]
    public void Due_dates_and_deadlines_take_slack_and_say_how_late_it_will_be()
    {
        var plan = Plan(960);
        plan.Add(new PlannedTask(60, Due: InBerlin("2026-03-02T12:00")));
        plan.Add(new PlannedTask(300, Due: InBerlin("2026-03-02T12:00")));
        plan.Add(new PlannedTask(60, Due: InBerlin("2026-03-02T12:00"), Deadline: InBerlin("2026-03-02T11:00")));
        plan.Add(new PlannedTask(300, Due: InBerlin("2026-03-03T17:00"), Deadline: InBerlin("2026-03-02T13:00")));
        var schedule = Calculate(plan);

        Assert.Equal([0, 120, 0, 60, 0], Enumerable.Range(0, 5).Select(schedule.SlackOf));
        Assert.Equal([0, 0, 120, 0, 0], Enumerable.Range(0, 5).Select(task => schedule.TimesOf(task).LateMinutes));
        Assert.Equal([0, 0, 0, 0, 60], Enumerable.Range(0, 5).Select(task => schedule.TimesOf(task).MissedMinutes));
    }

    [Fact]
    public void A_task_without_duration_stands_at_the_evening_on_which_all_is_done()
    {
        var plan = Plan(480, 0);
        Link(plan, (0, 1));
        var times = Calculate(plan).TimesOf(1);
        Assert.Equal((InBerlin("2026-03-02T17:00"), InBerlin("2026-03-02T17:00")), (times.EarliestStart, times.EarliestFinish));

        var waiting = Plan();
        waiting.Add(new PlannedTask(0, NotBefore: InBerlin("2026-03-07T12:00")));
        Assert.Equal(InBerlin("2026-03-09T09:00"), Calculate(waiting).TimesOf(0).EarliestStart);
    }

    [Fact]
    public void A_cycle_is_named_in_its_order()
    {
        var plan = Plan(1, 1, 1, 1, 1);
        Link(plan, (0, 3), (3, 1), (1, 4), (4, 3), (4, 2));
        Assert.False(Schedule.TryCalculate(plan, out _, out var cycle));
        Assert.Equal([1, 4, 3], cycle);

        var selfish = Plan(1);
        Link(selfish, (0, 0));
        Assert.False(Schedule.TryCalculate(selfish, out _, out var own));
        Assert.Equal([0], own);
    }

    [Fact]
    public void An_empty_project_ends_where_it_starts()
    {
        var schedule = Calculate(Plan());
        Assert.Empty(schedule.CriticalPath());
        Assert.Equal(Start, schedule.Finish);
    }

    [Fact]
    public void Moving_a_task_offers_to_move_those_that_wait_for_it()
    {
        var plan = Plan(480, 480, 60);
        plan.Add(new PlannedTask(60, NotBefore: InBerlin("2026-03-06T09:00")));
        plan.Add(new PlannedTask(60, FixedStart: InBerlin("2026-03-03T09:00")));
        Link(plan, (0, 1), (0, 3), (0, 4), (1, 2));

        var later = SuccessorShifts.WhenMoved(plan, 0, InBerlin("2026-03-02T12:00"))!;
        Assert.Equal([(1, 180L, InBerlin("2026-03-03T12:00")), (2, 180L, InBerlin("2026-03-04T12:00"))], later.Shifts.Select(s => (s.Task, s.Minutes, s.Start)));
        Assert.Equal([new LinkConflict(2, 180)], later.Conflicts);

        var earlier = SuccessorShifts.WhenMoved(plan, 0, InBerlin("2026-02-27T09:00"))!;
        Assert.Equal([(1, -480L), (2, -480L)], earlier.Shifts.Select(s => (s.Task, s.Minutes)));
        Assert.Empty(earlier.Conflicts);
    }

    private static ProjectPlan Plan(params int[] minutes)
    {
        var plan = new ProjectPlan(WorkingCalendar.Office(Berlin), Start);
        foreach (var duration in minutes)
        {
            plan.Add(new PlannedTask(duration));
        }

        return plan;
    }

    private static void Link(ProjectPlan plan, params (int From, int To)[] links)
    {
        foreach (var (from, to) in links)
        {
            plan.Add(new Link(from, to));
        }
    }

    private static Schedule Calculate(ProjectPlan plan)
    {
        Assert.True(Schedule.TryCalculate(plan, out var schedule, out _));
        return schedule;
    }

    private static DateTimeOffset InBerlin(string local) => DateTimeOffset.Parse(local + ":00+01:00");
}
