using Waymark.Tasks.Model.Forecasting;

namespace Waymark.Services.Tests.Tasks.Model.Forecasting;

public sealed class ThroughputForecastTests
{
    [Theory]
    [InlineData(7, 3, 3)]
    [InlineData(7, 7, 7)]
    [InlineData(2, 1, 4)]
    [InlineData(2, 3, 11)]
    [InlineData(2, 8, 28)]
    public void Weeks_that_were_all_alike_leave_no_doubt(int aWeek, int tasks, int days) =>
        Assert.Equal([new DaysToGo(days, days)], ThroughputForecast.Of([aWeek, aWeek, aWeek, aWeek, aWeek], [tasks]));

    [Fact]
    public void Every_second_week_without_anything_halves_what_is_left_of_doubt_each_week()
    {
        // After one week it is done in 1/2 of all cases, after two in 3/4, after three in 7/8.
        var days = ThroughputForecast.Of([0, 2, 0, 2, 0, 2], [2, 1]);
        Assert.Equal([new DaysToGo(7, 21), new DaysToGo(4, 18)], days);
    }

    [Fact]
    public void A_die_that_is_thrown_each_week_has_the_known_chances()
    {
        // With two dice at least 7 is thrown in 21 of 36 cases, with three at least 7 in 196 of 216.
        var days = Assert.Single(ThroughputForecast.Of([1, 2, 3, 4, 5, 6], [7]));
        Assert.InRange(days.Likely!.Value, 8, 14);
        Assert.InRange(days.Safe!.Value, 15, 21);
        Assert.Equal(days, Assert.Single(ThroughputForecast.Of([6, 5, 4, 3, 2, 1], [7])));
    }

    [Fact]
    public void It_is_what_a_simulation_comes_to()
    {
        int[] weeks = [4, 0, 9, 3, 3, 7, 1, 12, 0, 5];
        int[] targets = [1, 10, 40, 200];
        var exact = ThroughputForecast.Of(weeks, targets);
        // The same trials in each run, so that a failure stays one.
        var random = new Random(20_260_302);
        foreach (var (target, days) in targets.Zip(exact))
        {
            var trials = Enumerable.Range(0, 20_000).Select(_ => Draw(random, weeks, target)).Order().ToArray();
            Assert.InRange(days.Likely!.Value, trials[9_500], trials[10_500]);
            Assert.InRange(days.Safe!.Value, trials[16_700], trials[17_300]);
        }
    }

    [Fact]
    public void What_lies_more_than_two_years_away_has_no_day()
    {
        Assert.Equal([default(DaysToGo)], ThroughputForecast.Of([1, 1, 1, 1, 1], [ThroughputForecast.Horizon + 1]));
        Assert.Equal([new DaysToGo(728, 728)], ThroughputForecast.Of([1, 1, 1, 1, 1], [ThroughputForecast.Horizon]));
        Assert.Equal([default, default], ThroughputForecast.Of([0, 0, 0, 0, 0], [1, 1_000_000]));
        // One task in two years, as likely as not, and not safe at all.
        Assert.Equal([default(DaysToGo)], ThroughputForecast.Of([.. Enumerable.Repeat(0, 999), 1], [2]));
        Assert.Equal([default(DaysToGo)], ThroughputForecast.Of([], [1]));
        Assert.Empty(ThroughputForecast.Of([3, 3, 3, 3, 3], []));
    }

    /// <summary>The day on which one trial reaches the target.</summary>
    private static int Draw(Random random, int[] weeks, int target)
    {
        for (var (week, left) = (0, target); ; week++)
        {
            var done = weeks[random.Next(weeks.Length)];
            if (done >= left)
            {
                return (7 * week) + (int)Math.Ceiling(7m * left / done);
            }

            left -= done;
        }
    }
}
