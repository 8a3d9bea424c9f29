using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Services.Tests.Tasks.Model.Scheduling;

public sealed class LevelledScheduleTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-03-02T09:00:00Z");

    [Fact]
    public void One_person_does_one_thing_at_a_time_the_urgent_first()
    {
        var plan = Plan();
        var ann = plan.Add(new PersonCapacity(480));
        // The second has no slack, the first all that is left; the third has priority over both.
        Assign(plan, new PlannedTask(240), ann);
        Assign(plan, new PlannedTask(960), ann);
        Assign(plan, new PlannedTask(60, Priority: 1), ann);
        var levelled = LevelledSchedule.Of(Calculate(plan));

        Assert.Equal(["2026-03-04 10:00-14:00", "2026-03-02 10:00-10:00", "2026-03-02 09:00-10:00"], Enumerable.Range(0, 3).Select(t => Text(levelled, t)));
        Assert.Equal(1260, levelled.End);
    }

    [Fact]
    public void Part_time_and_days_off_make_work_longer()
    {
        var plan = Plan();
        var ben = plan.Add(new PersonCapacity(240, new HashSet<DateOnly> { new(2026, 3, 3) }));
        Assign(plan, new PlannedTask(480), ben);
        var levelled = LevelledSchedule.Of(Calculate(plan));
        Assert.Equal((Start, DateTimeOffset.Parse("2026-03-04T13:00:00Z")), levelled.TimesOf(0));
    }

    [Fact]
    public void Those_who_work_together_wait_for_each_other()
    {
        var plan = Plan();
        var (ann, ben) = (plan.Add(new PersonCapacity(480)), plan.Add(new PersonCapacity(480)));
        Assign(plan, new PlannedTask(120, Priority: 2), ann);
        Assign(plan, new PlannedTask(240, Priority: 1), ann, ben);
        Assign(plan, new PlannedTask(120), ben);
        var levelled = LevelledSchedule.Of(Calculate(plan));
        Assert.Equal(["2026-03-02 09:00-11:00", "2026-03-02 11:00-15:00", "2026-03-02 09:00-11:00"], Enumerable.Range(0, 3).Select(t => Text(levelled, t)));
    }

    [Fact]
    public void A_fixed_start_stays_and_is_named_when_it_clashes()
    {
        var plan = Plan();
        var ann = plan.Add(new PersonCapacity(480));
        Assign(plan, new PlannedTask(120, FixedStart: Start.AddHours(1)), ann);
        Assign(plan, new PlannedTask(120, FixedStart: Start.AddHours(2)), ann);
        Assign(plan, new PlannedTask(90), ann);
        Assign(plan, new PlannedTask(60), ann);
        var levelled = LevelledSchedule.Of(Calculate(plan));
        Assert.Equal([1], levelled.Overbooked);
        Assert.Equal(["2026-03-02 10:00-12:00", "2026-03-02 11:00-13:00", "2026-03-02 13:00-14:30", "2026-03-02 09:00-10:00"], Enumerable.Range(0, 4).Select(t => Text(levelled, t)));
    }

    [Fact]
    public void Without_people_the_levelled_schedule_is_the_schedule()
    {
        var plan = Plan();
        plan.Add(new PlannedTask(480));
        plan.Add(new PlannedTask(480));
        plan.Add(new Link(0, 1));
        var schedule = Calculate(plan);
        Assert.Equal((schedule.TimesOf(1).EarliestStart, schedule.TimesOf(1).EarliestFinish), LevelledSchedule.Of(schedule).TimesOf(1));
    }

    [Fact]
    public void Links_hold_and_nothing_starts_before_it_can() => SchedulePropertyTests.ForAll((plan, schedule) =>
    {
        var (levelled, tasks) = (LevelledSchedule.Of(schedule), plan.Tasks.ToArray());
        for (var i = 0; i < tasks.Length; i++)
        {
            Assert.True(levelled.Starts[i] >= schedule.Earliest[i]);
            Assert.True(levelled.Finishes[i] - levelled.Starts[i] >= tasks[i].Minutes);
            Assert.True(levelled.Finishes[i] <= levelled.End);
        }

        foreach (var link in plan.Links.ToArray().Where(l => tasks[l.Successor].FixedStart is null))
        {
            var from = link.Kind is LinkKind.FinishToStart or LinkKind.FinishToFinish ? levelled.Finishes[link.Predecessor] : levelled.Starts[link.Predecessor];
            var to = link.Kind is LinkKind.FinishToStart or LinkKind.StartToStart ? levelled.Starts[link.Successor] : levelled.Finishes[link.Successor];
            Assert.True(to >= from + link.Lag);
        }
    });

    [Fact]
    public void Nobody_is_ever_used_beyond_their_capacity_save_by_fixed_starts() => SchedulePropertyTests.ForAll((plan, schedule) =>
    {
        var levelled = LevelledSchedule.Of(schedule);
        var overbooked = levelled.Overbooked.ToHashSet();
        for (var person = 0; person < plan.People.Count; person++)
        {
            var own = plan.Assignments.ToArray().Where(a => a.Person == person).Select(a => a.Task).Distinct()
                .Where(t => plan.Tasks[t].Minutes > 0 && !overbooked.Contains(t)).OrderBy(t => levelled.Starts[t]).ToList();
            foreach (var (one, next) in own.Zip(own.Skip(1)))
            {
                Assert.True(levelled.Finishes[one] <= levelled.Starts[next]);
            }

            foreach (var task in own)
            {
                Assert.Equal(plan.Tasks[task].Minutes, MinutesOfDays(plan, schedule.Time, levelled, task));
            }
        }
    });

    [Fact]
    public void Equal_plans_have_equal_schedules() => SchedulePropertyTests.ForAll((plan, schedule) =>
        Assert.Equal(LevelledSchedule.Of(schedule).Starts.ToArray(), LevelledSchedule.Of(schedule).Starts.ToArray()));

    /// <summary>What a task's assignees can do between its start and its finish, counted minute by minute within everybody's part of the day.</summary>
    private static int MinutesOfDays(ProjectPlan plan, WorkingTime time, LevelledSchedule levelled, int task)
    {
        var people = plan.Assignments.ToArray().Where(a => a.Task == task).Select(a => plan.People[a.Person]).ToList();
        var minutes = 0;
        for (var position = levelled.Starts[task]; position < levelled.Finishes[task]; position++)
        {
            var day = time.DayAt(position);
            var isWorked = people.TrueForAll(p => p.DaysOff?.Contains(time.DateOf(day)) != true
                && (p.MinutesADay >= plan.Calendar.LongestDay || position - time.BeginningOf(day) < p.MinutesADay));
            minutes += isWorked ? 1 : 0;
        }

        return minutes;
    }

    private static ProjectPlan Plan() => new(WorkingCalendar.Office(TimeZoneInfo.Utc), Start);

    private static void Assign(ProjectPlan plan, PlannedTask task, params int[] people)
    {
        var number = plan.Add(task);
        foreach (var person in people)
        {
            plan.Assign(number, person);
        }
    }

    private static Schedule Calculate(ProjectPlan plan)
    {
        Assert.True(Schedule.TryCalculate(plan, out var schedule, out _));
        return schedule;
    }

    private static string Text(LevelledSchedule levelled, int task)
    {
        var (start, finish) = levelled.TimesOf(task);
        return $"{start:yyyy-MM-dd HH:mm}-{finish:HH:mm}";
    }
}
