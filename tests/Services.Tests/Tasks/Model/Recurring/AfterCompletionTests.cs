using Waymark.Tasks.Model;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Services.Tests.Tasks.Model.Recurring;

public sealed class AfterCompletionTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    // The interval counts from the day of the completion, the time of day is the usual one.
    [InlineData("FREQ=DAILY;INTERVAL=3", "2026-03-01", "2026-03-10T12:00:00Z", "2026-03-13")]
    [InlineData("FREQ=DAILY;INTERVAL=3", "2026-03-01T08:00:00Z", "2026-03-27T12:00:00Z", "2026-03-30T07:00:00Z")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2026-03-01", "2026-03-11T12:00:00Z", "2026-03-25")]
    [InlineData("FREQ=MONTHLY", "2026-01-15", "2026-01-31T12:00:00Z", "2026-02-28")]
    [InlineData("FREQ=YEARLY", "2024-01-15", "2024-02-29T12:00:00Z", "2025-02-28")]
    // The day is the one on the wall: half past eleven in the evening in UTC is the next day in Berlin.
    [InlineData("FREQ=DAILY", "2026-03-01", "2026-03-10T23:30:00Z", "2026-03-12")]
    // Hours count from the completion itself.
    [InlineData("FREQ=HOURLY;INTERVAL=4", "2026-03-01T08:00:00Z", "2026-03-29T00:10:00Z", "2026-03-29T04:10:00Z")]
    [InlineData("FREQ=HOURLY;INTERVAL=4;BYMINUTE=30", "2026-03-01T08:00:00Z", "2026-03-10T08:45:00Z", "2026-03-10T12:30:00Z")]
    // Named days: the first in the period that lies the interval behind the completion's.
    [InlineData("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", "2026-03-11T12:00:00Z", "2026-03-16")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO", "2026-03-02", "2026-03-11T12:00:00Z", "2026-03-23")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1", "2026-01-01", "2026-01-20T12:00:00Z", "2026-02-01")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "2026-01-30", "2026-02-10T12:00:00Z", "2026-05-29")]
    [InlineData("FREQ=YEARLY;BYMONTH=4", "2020-04-15", "2026-05-20T12:00:00Z", "2027-04-15")]
    // … or in the first period behind that has any.
    [InlineData("FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR", "2026-03-02", "2026-03-11T12:00:00Z", "2026-03-16")]
    [InlineData("FREQ=MONTHLY;BYMONTH=6;BYMONTHDAY=30", "2026-01-01", "2026-06-30T12:00:00Z", "2027-06-30")]
    [InlineData("FREQ=DAILY;BYHOUR=9,17", "2026-03-01T08:00:00Z", "2026-03-10T12:00:00Z", "2026-03-11T08:00:00Z")]
    public void The_next_one_counts_from_the_completion(string rule, string start, string completedAt, string expected) =>
        Assert.Equal(expected, Of(rule, start).NextAfterCompletion(DateTimeOffset.Parse(completedAt)).ToString());

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=3;UNTIL=20260312", "2026-03-10T12:00:00Z", 1)]
    [InlineData("FREQ=DAILY;COUNT=2", "2026-03-10T12:00:00Z", 2)]
    [InlineData("FREQ=YEARLY;INTERVAL=1000", "2026-03-10T12:00:00Z", 1)]
    [InlineData("FREQ=YEARLY;INTERVAL=1000;BYMONTH=3", "2026-03-10T12:00:00Z", 1)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-03-10T12:00:00Z", 1)]
    public void The_series_ends(string rule, string completedAt, int made) =>
        Assert.Null(Of(rule, "2026-03-01").NextAfterCompletion(DateTimeOffset.Parse(completedAt), made));

    [Fact]
    public void What_is_left_out_is_passed_over() => Assert.Equal(
        "2026-03-16",
        (Of("FREQ=DAILY;INTERVAL=3", "2026-03-01") with { Excluded = [Moment.On(new DateOnly(2026, 3, 13))] })
            .NextAfterCompletion(DateTimeOffset.Parse("2026-03-10T12:00:00Z")).ToString());

    private static Recurrence Of(string text, string start)
    {
        Assert.True(Moment.TryParse(start, out var moment));
        Assert.True(RecurrenceRule.TryParse(text, moment, out var rule, out var fault), fault?.ToString());
        return new Recurrence(rule, moment, Berlin);
    }
}
