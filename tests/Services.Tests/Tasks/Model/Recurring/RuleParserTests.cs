using Waymark.Tasks.Model;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Services.Tests.Tasks.Model.Recurring;

public sealed class RuleParserTests
{
    private static readonly Moment Date = Moment.On(new DateOnly(2026, 3, 1));

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=2TU,-1FR")]
    [InlineData("FREQ=YEARLY;UNTIL=20301231;BYMONTH=2,12;BYMONTHDAY=-1,29")]
    [InlineData("FREQ=YEARLY;UNTIL=20301231T235959Z;BYWEEKNO=1,-1;BYDAY=MO")]
    [InlineData("FREQ=HOURLY;UNTIL=20301231T235959;BYYEARDAY=1,-366;BYHOUR=9;BYMINUTE=0,30;BYSECOND=59;BYSETPOS=-1")]
    public void A_rule_reads_back_as_it_is_written(string text)
    {
        Assert.True(RecurrenceRule.TryParse(text, null, out var rule, out var fault), fault?.ToString());
        Assert.Equal(text, rule.ToString());
    }

    [Theory]
    [InlineData("byday=mo;freq=weekly", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=01", "FREQ=DAILY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=+3,03;BYDAY=+1MO", "FREQ=MONTHLY;BYMONTHDAY=3;BYDAY=1MO")]
    public void Order_case_prefix_signs_and_repetition_do_not_matter(string text, string expected)
    {
        Assert.True(RecurrenceRule.TryParse(text, null, out var rule, out var fault), fault?.ToString());
        Assert.Equal(expected, rule.ToString());
    }

    [Theory]
    [InlineData("", 1, "FREQ=DAILY is expected")]
    [InlineData("INTERVAL=2", 11, "FREQ is missing")]
    [InlineData("FREQ=DAILY;", 12, "FREQ=DAILY is expected")]
    [InlineData("FREQ=DAILY;;COUNT=1", 12, "FREQ=DAILY is expected")]
    [InlineData("DAILY", 1, "lacks its value")]
    [InlineData("FREQ=FORTNIGHTLY", 6, "not 'FORTNIGHTLY'")]
    [InlineData("FREQ=MINUTELY", 6, "at most every hour")]
    [InlineData("FREQ=SECONDLY", 6, "at most every hour")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", 12, "given twice")]
    [InlineData("FREQ=DAILY;COLOR=RED", 12, "no part 'COLOR'")]
    [InlineData("FREQ=DAILY; COUNT=1", 12, "no part ' COUNT'")]
    [InlineData("FREQ=DAILY;INTERVAL=0", 21, "from 1 to 1000000")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", 21, "from 1 to 1000000")]
    [InlineData("FREQ=DAILY;COUNT=1,2", 18, "one number")]
    [InlineData("FREQ=DAILY;COUNT=99999999999", 18, "one number")]
    [InlineData("FREQ=DAILY;UNTIL=2026-12-31", 18, "20261231")]
    [InlineData("FREQ=DAILY;UNTIL=20260230", 18, "20261231")]
    [InlineData("FREQ=DAILY;UNTIL=20261231T250000Z", 18, "20261231")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20261231", 20, "exclude each other")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,13", 23, "not '13'")]
    [InlineData("FREQ=YEARLY;BYMONTH=-1", 21, "not '-1'")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,,2", 23, "not ''")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", 25, "not '0'")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=--1", 25, "not '--1'")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", 25, "not '32'")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,XX", 22, "not 'XX'")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", 20, "not '0MO'")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO", 20, "not '54MO'")]
    [InlineData("FREQ=MONTHLY;BYDAY=+-1MO", 20, "not '+-1MO'")]
    [InlineData("FREQ=MONTHLY;BYDAY=1-MO", 20, "not '1-MO'")]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", 13, "MONTHLY or YEARLY only")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=3;BYDAY=2MO", 24, "do not go with BYWEEKNO")]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=3", 14, "YEARLY only")]
    [InlineData("FREQ=DAILY;BYYEARDAY=3", 12, "YEARLY or HOURLY only")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", 13, "does not go with FREQ=WEEKLY")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", 14, "needs another BY")]
    [InlineData("FREQ=DAILY;BYHOUR=24", 19, "0 to 23")]
    [InlineData("FREQ=DAILY;BYMINUTE=1٣", 21, "0 to 59")]
    [InlineData("FREQ=WEEKLY;WKST=1MO", 18, "one weekday")]
    public void A_fault_is_named_with_its_place(string text, int position, string message)
    {
        Assert.False(RecurrenceRule.TryParse(text, null, out _, out var fault));
        Assert.Equal(position, fault.Position);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=HOURLY", 1)]
    [InlineData("FREQ=DAILY;BYHOUR=9", 12)]
    [InlineData("FREQ=DAILY;BYMINUTE=9", 12)]
    [InlineData("FREQ=DAILY;BYSECOND=9", 12)]
    public void Calendar_dates_have_no_hours(string text, int position)
    {
        Assert.False(RecurrenceRule.TryParse(text, Date, out _, out var fault));
        Assert.Equal(position, fault.Position);
        Assert.True(RecurrenceRule.TryParse(text, null, out _, out _));
    }

    [Fact]
    public void A_text_without_end_is_refused_unread()
    {
        var text = "FREQ=DAILY;BYHOUR=" + string.Join(',', Enumerable.Repeat(1, 1_000));
        Assert.False(RecurrenceRule.TryParse(text, null, out _, out var fault));
        Assert.Contains("at most 2000 characters", fault.Message, StringComparison.Ordinal);
    }
}
