using FsCheck;
using FsCheck.Fluent;
using Waymark.Tasks.Model;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Services.Tests.Tasks.Model.Scheduling;

public sealed class WorkingTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // A Monday.
    private static readonly DateTimeOffset First = DateTimeOffset.Parse("2026-03-02T00:00:00+01:00");

    [Fact]
    public void Minutes_are_counted_where_work_is_done()
    {
        var time = new WorkingTime(WorkingCalendar.Office(Berlin, [new DateOnly(2026, 3, 4)]), First);
        Assert.Equal(0, time.PositionFrom(First));
        Assert.Equal(90, time.PositionFrom(DateTimeOffset.Parse("2026-03-02T10:30:00+01:00")));
        Assert.Equal(480, time.PositionFrom(DateTimeOffset.Parse("2026-03-02T19:00:00+01:00")));
        Assert.Equal(960, time.PositionFrom(DateTimeOffset.Parse("2026-03-04T12:00:00+01:00")));
        Assert.Equal(1920, time.PositionFrom(DateTimeOffset.Parse("2026-03-08T12:00:00+01:00")));
    }

    [Fact]
    public void Seconds_are_rounded_so_that_nothing_starts_too_early_or_ends_too_late()
    {
        var time = new WorkingTime(WorkingCalendar.Office(Berlin), First);
        var instant = DateTimeOffset.Parse("2026-03-02T10:30:01+01:00");
        Assert.Equal((91, 90), (time.PositionFrom(instant), time.PositionUntil(instant)));
    }

    [Fact]
    public void A_finish_is_the_evening_and_a_start_the_next_morning()
    {
        var time = new WorkingTime(WorkingCalendar.Office(Berlin), First);
        Assert.Equal(DateTimeOffset.Parse("2026-03-06T17:00:00+01:00"), time.FinishAt(5 * 480));
        Assert.Equal(DateTimeOffset.Parse("2026-03-09T09:00:00+01:00"), time.StartAt(5 * 480));
        Assert.Equal(DateTimeOffset.Parse("2026-03-02T09:00:00+01:00"), time.FinishAt(0));
    }

    [Fact]
    public void The_night_of_a_time_change_has_an_hour_less_or_more()
    {
        var time = new WorkingTime(WorkingCalendar.Always(Berlin), DateTimeOffset.Parse("2026-03-29T00:00:00+01:00"));
        Assert.Equal(23 * 60, time.BeginningOf(1));
        var day = time.DayAt(time.PositionFrom(DateTimeOffset.Parse("2026-10-25T12:00:00Z")));
        Assert.Equal(new DateOnly(2026, 10, 25), time.DateOf(day));
        Assert.Equal(25 * 60, time.BeginningOf(day + 1) - time.BeginningOf(day));
    }

    [Fact]
    public void Behind_the_year_2200_time_stands_still()
    {
        var time = new WorkingTime(WorkingCalendar.Office(TimeZoneInfo.Utc), First);
        var end = DateTimeOffset.Parse("2200-12-31T17:00:00Z");
        Assert.Equal(end, time.FinishAt(long.MaxValue));
        Assert.Equal(end, time.StartAt(1_000_000_000_000));
        Assert.True(time.IsBehindTheEnd(1_000_000_000));
    }

    [Fact]
    public void Hours_must_be_in_order_and_there_must_be_some()
    {
        Assert.Throws<ArgumentException>(() => Calendar(TimeZoneInfo.Utc, []));
        Assert.Throws<ArgumentException>(() => Calendar(TimeZoneInfo.Utc, [new(0, 100), new(50, 200)]));
        Assert.Throws<ArgumentException>(() => Calendar(TimeZoneInfo.Utc, [new(100, 100)]));
        Assert.Throws<ArgumentException>(() => Calendar(TimeZoneInfo.Utc, [new(1000, 1500)]));
    }

    [Fact]
    public void Positions_are_what_counting_minute_by_minute_gives() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (calendar, first) = GeneratedPlans.Calendar(random, DateTimeOffset.Parse("2026-03-26T00:00:00Z"));
            var time = new WorkingTime(calendar, first);
            var clock = new WallClock(calendar.Zone);
            var midnight = clock.Find(clock.Read(first).Date).Instant;
            var worked = 0L;
            for (var instant = midnight; instant < midnight.AddDays(5); instant = instant.AddMinutes(1))
            {
                Assert.Equal(worked, time.PositionFrom(instant));
                Assert.Equal(worked, time.PositionUntil(instant));
                if (IsWorked(calendar, clock.Read(instant)))
                {
                    Assert.Equal(instant, time.StartAt(worked));
                    worked++;
                    Assert.Equal(instant.AddMinutes(1), time.FinishAt(worked));
                    Assert.Equal(DateOnly.FromDateTime(clock.Read(instant)), time.DateOf(time.DayAt(worked - 1)));
                }
            }

            return true;
        }));

    private static bool IsWorked(WorkingCalendar calendar, DateTime local)
    {
        var minute = (int)local.TimeOfDay.TotalMinutes;
        foreach (var hours in calendar.On(DateOnly.FromDateTime(local)))
        {
            if (minute >= hours.From && minute < hours.To)
            {
                return true;
            }
        }

        return false;
    }

    private static WorkingCalendar Calendar(TimeZoneInfo zone, IReadOnlyList<WorkingHours> monday) =>
        new(zone, new Dictionary<DayOfWeek, IReadOnlyList<WorkingHours>> { [DayOfWeek.Monday] = monday });
}
