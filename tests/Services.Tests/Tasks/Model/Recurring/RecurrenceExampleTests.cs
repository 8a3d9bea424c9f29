using Waymark.Tasks.Model;
using Waymark.Tasks.Model.Recurring;

namespace Waymark.Services.Tests.Tasks.Model.Recurring;

/// <summary>The dates that the examples of RFC 5545 (3.8.5.3) name. They are at nine o'clock in New York, before and after a time change.</summary>
public sealed class RecurrenceExampleTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=10", "1997-09-02", "1997 09/02 09/03 09/04 09/05 09/06 09/07 09/08 09/09 09/10 09/11")]
    [InlineData("FREQ=DAILY;INTERVAL=2", "1997-09-02", "1997 09/02 09/04 09/06 09/08 09/10 09/12 09/14 09/16 09/18 09/20 09/22 09/24 09/26 09/28 09/30 10/02 10/04 10/06")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "1997 09/02 09/12 09/22 10/02 10/12")]
    [InlineData("FREQ=WEEKLY;COUNT=10", "1997-09-02", "1997 09/02 09/09 09/16 09/23 09/30 10/07 10/14 10/21 10/28 11/04")]
    [InlineData("FREQ=WEEKLY;UNTIL=19971224T000000Z", "1997-09-02", "1997 09/02 09/09 09/16 09/23 09/30 10/07 10/14 10/21 10/28 11/04 11/11 11/18 11/25 12/02 12/09 12/16 12/23 end")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02", "1997 09/02 09/16 09/30 10/14 10/28 11/11 11/25 12/09 12/23 1998 01/06 01/20 02/03 02/17")]
    [InlineData("FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997 09/02 09/04 09/09 09/11 09/16 09/18 09/23 09/25 09/30 10/02 end")]
    [InlineData("FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997 09/02 09/04 09/09 09/11 09/16 09/18 09/23 09/25 09/30 10/02 end")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01", "1997 09/01 09/03 09/05 09/15 09/17 09/19 09/29 10/01 10/03 10/13 10/15 10/17 10/27 10/29 10/31 11/10 11/12 11/14 11/24 11/26 11/28 12/08 12/10 12/12 12/22 end")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997 09/02 09/04 09/16 09/18 09/30 10/02 10/14 10/16 end")]
    [InlineData("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", "1997 09/05 10/03 11/07 12/05 1998 01/02 02/06 03/06 04/03 05/01 06/05 end")]
    [InlineData("FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09-05", "1997 09/05 10/03 11/07 12/05 end")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07", "1997 09/07 09/28 11/02 11/30 1998 01/04 01/25 03/01 03/29 05/03 05/31 end")]
    [InlineData("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", "1997 09/22 10/20 11/17 12/22 1998 01/19 02/16 end")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "1997 09/28 10/29 11/28 12/29 1998 01/29 02/26")]
    [InlineData("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02", "1997 09/02 09/15 10/02 10/15 11/02 11/15 12/02 12/15 1998 01/02 01/15 end")]
    [InlineData("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30", "1997 09/30 10/01 10/31 11/01 11/30 12/01 12/31 1998 01/01 01/31 02/01 end")]
    [InlineData("FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10", "1997 09/10 09/11 09/12 09/13 09/14 09/15 1999 03/10 03/11 03/12 03/13 end")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02", "1997 09/02 09/09 09/16 09/23 09/30 11/04 11/11 11/18 11/25 1998 01/06 01/13 01/20 01/27 03/03 03/10 03/17 03/24 03/31")]
    [InlineData("FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10", "1997 06/10 07/10 1998 06/10 07/10 1999 06/10 07/10 2000 06/10 07/10 2001 06/10 07/10 end")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10", "1997 03/10 1999 01/10 02/10 03/10 2001 01/10 02/10 03/10 2003 01/10 02/10 03/10 end")]
    [InlineData("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01", "1997 01/01 04/10 07/19 2000 01/01 04/09 07/18 2003 01/01 04/10 07/19 2006 01/01 end")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997 05/19 1998 05/18 1999 05/17")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "1997 05/12 1998 05/11 1999 05/17")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "1997 03/13 03/20 03/27 1998 03/05 03/12 03/19 03/26 1999 03/04 03/11 03/18 03/25")]
    [InlineData("FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997-06-05", "1997 06/05 06/12 06/19 06/26 07/03 07/10 07/17 07/24 07/31 08/07 08/14 08/21 08/28 1998 06/04 06/11")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", "1998 02/13 03/13 11/13 1999 08/13 2000 10/13")]
    [InlineData("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13", "1997 09/13 10/11 11/08 12/13 1998 01/10 02/07 03/07 04/11 05/09 06/13")]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05", "1996 11/05 2000 11/07 2004 11/02")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997 09/04 10/07 11/06 end")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", "1997 09/29 10/30 11/27 12/30 1998 01/29 02/26 03/30")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997 08/05 08/10 08/19 08/24 end")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997 08/05 08/17 08/19 08/31 end")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "2007 01/15 01/30 02/15 03/15 03/30 end")]
    public void The_dates_of_the_standard(string rule, string start, string expected)
    {
        var words = expected.Split(' ');
        var isWhole = words[^1] == "end";
        var (year, dates) = ("", new List<string>());
        foreach (var word in words.Where(w => w != "end"))
        {
            if (word.Contains('/', StringComparison.Ordinal))
            {
                dates.Add($"{year}-{word.Replace('/', '-')} 09:00");
            }
            else
            {
                year = word;
            }
        }

        var occurrences = InNewYork(rule, start + "T09:00:00").Take(dates.Count + (isWhole ? 1 : 0));
        Assert.Equal(dates, occurrences);
    }

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=19971224T000000Z", "1997-09-02", 113, "1997-12-23 09:00")]
    [InlineData("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01", 93, "2000-01-31 09:00")]
    [InlineData("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "1998-01-01", 93, "2000-01-31 09:00")]
    public void The_number_and_the_last_of_the_standards_long_series(string rule, string start, int count, string last)
    {
        var occurrences = InNewYork(rule, start + "T09:00:00").ToList();
        Assert.Equal((count, last), (occurrences.Count, occurrences[^1]));
    }

    [Fact]
    public void Hours_and_minutes_of_the_standard()
    {
        Assert.Equal(["1997-09-02 09:00", "1997-09-02 12:00", "1997-09-02 15:00"], InNewYork("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "1997-09-02T09:00:00"));
        var everyTwentyMinutes = InNewYork("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", "1997-09-02T09:00:00").Take(48).ToList();
        Assert.Equal(("1997-09-02 09:20", "1997-09-02 16:40", "1997-09-03 09:00"), (everyTwentyMinutes[1], everyTwentyMinutes[23], everyTwentyMinutes[24]));
    }

    private static IEnumerable<string> InNewYork(string text, string start)
    {
        Assert.True(RecurrenceRule.TryParse(text, null, out var rule, out var fault), fault?.ToString());
        var clock = new WallClock(NewYork);
        var first = Moment.At(clock.Find(DateTime.Parse(start)).Instant);
        return new Recurrence(rule, first, NewYork).Occurrences().Select(m => clock.Read(m.Instant!.Value).ToString("yyyy-MM-dd HH:mm"));
    }
}
