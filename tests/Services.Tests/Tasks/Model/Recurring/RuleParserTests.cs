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
    [InlineData("", 0, "FREQ=DAILY is expected")]
    [InlineData("INTERVAL=2", 10, "FREQ is missing")]
    [InlineData("FREQ=DAILY;", 11, "FREQ=DAILY is expected")]
    [InlineData("FREQ=DAILY;;COUNT=1", 11, "FREQ=DAILY is expected")]
    [InlineData("DAILY", 0, "lacks its value")]
    [InlineData("FREQ=FORTNIGHTLY", 5, "not 'FORTNIGHTLY'")]
    [InlineData("FREQ=MINUTELY", 5, "at most every hour")]
    [InlineData("FREQ=SECONDLY", 5, "at most every hour")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", 11, "given twice")]
    [InlineData("FREQ=DAILY;COLOR=RED", 11, "no part 'COLOR'")]
    [InlineData("FREQ=DAILY; COUNT=1", 11, "no part ' COUNT'")]
    [InlineData("FREQ=DAILY;INTERVAL=0", 20, "from 1 to 1000000")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", 20, "from 1 to 1000000")]
    [InlineData("FREQ=DAILY;COUNT=1,2", 17, "one number")]
    [InlineData("FREQ=DAILY;COUNT=99999999999", 17, "one number")]
    [InlineData("FREQ=DAILY;UNTIL=2026-12-31", 17, "20261231")]
    [InlineData("FREQ=DAILY;UNTIL=20260230", 17, "20261231")]
    [InlineData("FREQ=DAILY;UNTIL=20261231T250000Z", 17, "20261231")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20261231", 19, "exclude each other")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,13", 22, "not '13'")]
    [InlineData("FREQ=YEARLY;BYMONTH=-1", 20, "not '-1'")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,,2", 22, "not ''")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", 24, "not '0'")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=--1", 24, "not '--1'")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", 24, "not '32'")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,XX", 21, "not 'XX'")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", 19, "not '0MO'")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO", 19, "not '54MO'")]
    [InlineData("FREQ=MONTHLY;BYDAY=+-1MO", 19, "not '+-1MO'")]
    [InlineData("FREQ=MONTHLY;BYDAY=1-MO", 19, "not '1-MO'")]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", 12, "MONTHLY or YEARLY only")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=3;BYDAY=2MO", 23, "do not go with BYWEEKNO")]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=3", 13, "YEARLY only")]
    [InlineData("FREQ=DAILY;BYYEARDAY=3", 11, "YEARLY or HOURLY only")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", 12, "does not go with FREQ=WEEKLY")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", 13, "needs another BY")]
    [InlineData("FREQ=DAILY;BYHOUR=24", 18, "0 to 23")]
    [InlineData("FREQ=DAILY;BYMINUTE=1٣", 20, "0 to 59")]
    [InlineData("FREQ=WEEKLY;WKST=1MO", 17, "one weekday")]
    public void A_fault_is_named_with_its_place(string text, int position, string message)
    {
        Assert.False(RecurrenceRule.TryParse(text, null, out _, out var fault));
        Assert.Equal(position, fault.Position);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=HOURLY", 0)]
    [InlineData("FREQ=DAILY;BYHOUR=9", 11)]
    [InlineData("FREQ=DAILY;BYMINUTE=9", 11)]
    [InlineData("FREQ=DAILY;BYSECOND=9", 11)]
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
