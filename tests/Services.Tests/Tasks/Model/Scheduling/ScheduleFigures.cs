using System.Diagnostics;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Services.Tests.Tasks.Model.Scheduling;

/// <summary>What a large project costs: printed, never asserted (<c>-showLiveOutput</c>).</summary>
public sealed class ScheduleFigures(ITestOutputHelper output)
{
    private const int Tasks = 10_000;
    private const int Links = 20_000;
    private const int Runs = 15;

    [Fact]
    public void Ten_thousand_tasks_with_twenty_thousand_links()
    {
        var plan = Large(new Random(1));
        long waiting = 0;
        Measure("schedule and all its times", () =>
        {
            Assert.True(Schedule.TryCalculate(plan, out var schedule, out _));
            for (var i = 0; i < Tasks; i++)
            {
                waiting += schedule.TimesOf(i).SlackMinutes;
            }

            Assert.NotEmpty(schedule.CriticalPath());
        });
        Assert.True(Schedule.TryCalculate(plan, out var once, out _));
        Measure("levelling among fifty people", () => Assert.True(LevelledSchedule.Of(once).End >= once.End));
        Measure("the successors of a moved task", () => Assert.NotNull(SuccessorShifts.WhenMoved(plan, 0, plan.Start.AddDays(3))));
    }

    private static ProjectPlan Large(Random random)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var plan = new ProjectPlan(WorkingCalendar.Office(zone), DateTimeOffset.Parse("2026-03-02T08:00:00Z"));
        for (var i = 0; i < 50; i++)
        {
            plan.Add(new PersonCapacity(i % 5 == 0 ? 240 : 480));
        }

        for (var i = 0; i < Tasks; i++)
        {
            plan.Add(new PlannedTask(random.Next(30, 960)));
            plan.Assign(i, random.Next(50));
        }

        for (var i = 0; i < Links; i++)
        {
            var to = random.Next(1, Tasks);
            plan.Add(new Link(random.Next(Math.Max(0, to - 200), to), to, (LinkKind)(random.Next(4) * random.Next(2)), random.Next(-60, 120)));
        }

        return plan;
    }

    private void Measure(string what, Action work)
    {
        var times = new List<double>();
        var bytes = 0L;
        for (var i = 0; i < Runs; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            work();
            times.Add(watch.Elapsed.TotalMilliseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        output.WriteLine($"{what}: first {times[0]:0.0} ms, median {times.Order().ElementAt(Runs / 2):0.0} ms, {bytes / 1024} KiB");
    }
}
