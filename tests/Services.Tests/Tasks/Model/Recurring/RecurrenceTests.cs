using Waymark.Tasks.Model;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Services.Tests.Tasks.Model.Recurring;

public sealed class RecurrenceTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void The_wall_clock_stays_when_the_offset_changes() => Assert.Equal(
        ["2026-03-27T08:00:00Z", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z"],
        Texts(Of("FREQ=DAILY", "2026-03-27T08:00:00Z"), 4));

    [Fact]
    public void A_time_that_the_clock_skips_shifts_forward_for_that_day_only() => Assert.Equal(
        ["2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"],
        Texts(Of("FREQ=DAILY", "2026-03-28T01:30:00Z"), 3));

    [Fact]
    public void Of_a_time_that_the_clock_shows_twice_the_first_counts() => Assert.Equal(
        ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"],
        Texts(Of("FREQ=DAILY", "2026-10-24T00:30:00Z"), 3));

    [Fact]
    public void Times_around_a_gap_stay_in_order_and_fall_together_once() => Assert.Equal(
        ["2026-03-29T00:15:00Z", "2026-03-29T00:45:00Z", "2026-03-29T01:15:00Z", "2026-03-29T01:45:00Z", "2026-03-29T02:15:00Z"],
        Texts(Of("FREQ=HOURLY;BYMINUTE=15,45", "2026-03-29T00:15:00Z"), 5));

    [Fact]
    public void A_gap_of_half_an_hour_does_not_turn_the_order_around()
    {
        var lordHowe = TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe");
        var recurrence = Of("FREQ=DAILY;BYHOUR=2;BYMINUTE=15,40", "2026-10-03T16:15:00Z", lordHowe);
        // At two o'clock the clock goes to half past two: 02:15 is read as 02:45, behind 02:40.
        Assert.Equal(["2026-10-03T15:40:00Z", "2026-10-03T15:45:00Z"], Texts(recurrence with { Start = Moment.At(DateTimeOffset.Parse("2026-10-03T15:00:00Z")) }, 2));
    }

    [Fact]
    public void Calendar_dates_stay_calendar_dates() => Assert.Equal(
        ["2026-01-31", "2026-03-31", "2026-05-31"],
        Texts(Of("FREQ=MONTHLY", "2026-01-31"), 3));

    [Fact]
    public void The_start_counts_only_when_the_rule_matches_it()
    {
        Assert.Equal(["2026-03-02", "2026-03-09"], Texts(Of("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-03-01"), 5));
        Assert.Equal(["2026-03-02", "2026-03-09"], Texts(Of("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-03-02"), 5));
    }

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=20260303", "2026-03-01T22:30:00Z", 3)]
    [InlineData("FREQ=DAILY;UNTIL=20260303", "2026-03-01T23:30:00Z", 2)]
    [InlineData("FREQ=DAILY;UNTIL=20260303T223000Z", "2026-03-01T22:30:00Z", 3)]
    [InlineData("FREQ=DAILY;UNTIL=20260303T222959Z", "2026-03-01T22:30:00Z", 2)]
    [InlineData("FREQ=DAILY;UNTIL=20260303T233000", "2026-03-01T22:30:00Z", 3)]
    [InlineData("FREQ=DAILY;UNTIL=20260303T232959", "2026-03-01T22:30:00Z", 2)]
    [InlineData("FREQ=DAILY;UNTIL=20260303", "2026-03-01", 3)]
    [InlineData("FREQ=DAILY;UNTIL=20260303T230000Z", "2026-03-01", 4)]
    [InlineData("FREQ=DAILY;UNTIL=20260303T225959Z", "2026-03-01", 3)]
    public void The_end_is_included_whatever_its_form(string rule, string start, int count)
    {
        // Half past ten in the evening in UTC is half past eleven in Berlin.
        Assert.Equal(count, Of(rule, start).Occurrences().Count());
    }

    [Fact]
    public void Exceptions_are_left_out_but_count()
    {
        var recurrence = Of("FREQ=DAILY;COUNT=4", "2026-03-27T08:00:00Z") with
        {
            Excluded = [Moment.At(DateTimeOffset.Parse("2026-03-28T09:00:00+01:00")), Moment.On(new DateOnly(2026, 3, 30))],
        };
        Assert.Equal(["2026-03-27T08:00:00Z", "2026-03-29T07:00:00Z"], Texts(recurrence, 9));
        Assert.Equal(["2026-03-02"], Texts(Of("FREQ=DAILY;COUNT=2", "2026-03-01") with { Excluded = [Moment.On(new DateOnly(2026, 3, 1))] }, 9));
    }

    [Fact]
    public void Added_moments_stand_in_their_place_and_once()
    {
        var recurrence = Of("FREQ=WEEKLY;COUNT=2", "2026-03-02") with
        {
            Added = [Moment.On(new DateOnly(2026, 3, 20)), Moment.On(new DateOnly(2026, 3, 9)), Moment.On(new DateOnly(2026, 3, 4)), Moment.On(new DateOnly(2026, 3, 4))],
        };
        Assert.Equal(["2026-03-02", "2026-03-04", "2026-03-09", "2026-03-20"], Texts(recurrence, 9));
        var skipped = Assert.Single((recurrence with { Excluded = [.. recurrence.Added] }).Occurrences());
        Assert.Equal("2026-03-02", skipped.ToString());
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=HOURLY;INTERVAL=24;BYHOUR=5")]
    [InlineData("FREQ=HOURLY;BYMINUTE=0;BYSETPOS=2")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9")]
    [InlineData("FREQ=YEARLY;INTERVAL=1000000;BYMONTH=1;BYMONTHDAY=1")]
    public void A_rule_that_never_matches_ends(string rule) => Assert.Empty(Of(rule, "2026-03-01T08:00:00Z").Occurrences());

    [Fact]
    public void A_rule_that_hardly_ever_matches_is_found() => Assert.Equal(
        ["2044-02-29", "2072-02-29", "2112-02-29"],
        Texts(Of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "2026-01-01"), 3));

    [Fact]
    public void What_follows_a_moment_is_found_without_walking_there()
    {
        Assert.Equal(["2150-01-02T08:00:00Z"], Texts(Of("FREQ=DAILY", "1950-01-01T08:00:00Z").After(Moment.At(DateTimeOffset.Parse("2150-01-01T08:00:00Z"))), 1));
        Assert.Equal(["2026-03-08"], Texts(Of("FREQ=WEEKLY", "2026-03-01").After(Moment.At(DateTimeOffset.Parse("2026-03-01T12:00:00Z"))), 1));
        Assert.Equal(["2026-03-02T08:00:00Z"], Texts(Of("FREQ=DAILY", "2026-03-01T08:00:00Z").After(Moment.On(new DateOnly(2026, 3, 1))), 1));
    }

    private static Recurrence Of(string text, string start, TimeZoneInfo? zone = null)
    {
        Assert.True(Moment.TryParse(start, out var moment));
        Assert.True(RecurrenceRule.TryParse(text, moment, out var rule, out var fault), fault?.ToString());
        return new Recurrence(rule, moment, zone ?? Berlin);
    }

    private static IEnumerable<string> Texts(Recurrence recurrence, int count) => Texts(recurrence.Occurrences(), count);

    private static IEnumerable<string> Texts(IEnumerable<Moment> occurrences, int count) => occurrences.Take(count).Select(o => o.ToString());
}
