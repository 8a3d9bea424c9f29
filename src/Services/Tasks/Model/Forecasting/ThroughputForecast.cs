namespace Waymark.Tasks.Model.Forecasting;

/// <summary>After how many days so many tasks will be done: as likely as not, and in 85 of 100 cases; null behind the horizon.</summary>
internal readonly record struct DaysToGo(int? Likely, int? Safe);

/// <summary>
/// The forecast from past throughput: each week to come is taken to be like one of the past weeks, whichever, and whatever the week before
/// it was (T. Magennis, "Forecasting and Simulating Software Development Projects", 2011; D. Vacanti, "When Will It Be Done?", 2017).
/// They draw weeks by chance, a Monte Carlo simulation; here the distribution that its trials approach is worked out by convolution, so
/// there is no seed, and equal histories have equal answers. Within a week tasks are finished evenly.
/// </summary>
internal static class ThroughputForecast
{
    /// <summary>Older weeks tell of another team, or of other work.</summary>
    public const int MostWeeks = 12;

    /// <summary>
    /// The rule of five: with 93.75 % the middle lies between the smallest and the largest of five samples (D. Hubbard, "How to Measure
    /// Anything", 2007). Fewer tell nothing.
    /// </summary>
    public const int FewestWeeks = 5;

    /// <summary>Nobody's past speaks of more than two years to come.</summary>
    public const int Horizon = 104;

    private const double Likely = 0.5;
    private const double Safe = 0.85;

    /// <summary>What sums of products of fractions may lack.</summary>
    private const double Tolerance = 1e-9;

    /// <param name="weeks">How many tasks were finished in each past week.</param>
    /// <param name="targets">Numbers of tasks, each above none.</param>
    /// <returns>The days for each target.</returns>
    public static DaysToGo[] Of(IReadOnlyList<int> weeks, IReadOnlyList<int> targets)
    {
        var chances = weeks.GroupBy(count => count).Select(same => (Count: same.Key, Chance: (double)same.Count() / weeks.Count)).ToArray();
        var most = weeks.Count == 0 ? 0L : weeks.Max();
        var goals = targets.Select(target => new Goal(target, target <= most * Horizon)).ToArray();
        var reachable = goals.Where(g => g.IsReachable).Select(g => g.Target).DefaultIfEmpty(0).Max();
        // What chance so many tasks have to be done at the end of a week, for all numbers below the largest target.
        var done = new double[reachable];
        if (reachable > 0)
        {
            done[0] = 1;
        }

        for (var week = 0; week < Horizon && goals.Any(g => g.IsOpen); week++)
        {
            foreach (var goal in goals.Where(g => g.IsOpen))
            {
                goal.Pass(week, done, chances);
            }

            done = Next(done, chances);
        }

        return [.. goals.Select(g => g.Days)];
    }

    private static double[] Next(double[] done, (int Count, double Chance)[] chances)
    {
        var next = new double[done.Length];
        foreach (var (count, chance) in chances)
        {
            for (var sum = 0; sum + count < done.Length; sum++)
            {
                next[sum + count] += done[sum] * chance;
            }
        }

        return next;
    }

    /// <summary>One target on its way through the weeks.</summary>
    private sealed class Goal(int target, bool isReachable)
    {
        private double _reached;

        public int Target => target;

        public bool IsReachable => isReachable;

        public bool IsOpen => isReachable && Days.Safe is null;

        public DaysToGo Days { get; private set; }

        /// <summary>Adds the chances of reaching the target on each day of a week.</summary>
        public void Pass(int week, double[] done, (int Count, double Chance)[] chances)
        {
            Span<double> days = stackalloc double[8];
            foreach (var (count, chance) in chances)
            {
                for (var sum = Math.Max(0, target - count); sum < target; sum++)
                {
                    days[(int)(((7L * (target - sum)) + count - 1) / count)] += done[sum] * chance;
                }
            }

            for (var day = 1; day <= 7; day++)
            {
                _reached += days[day];
                var passed = (7 * week) + day;
                Days = new DaysToGo(
                    Days.Likely ?? (_reached >= Likely - Tolerance ? passed : null), Days.Safe ?? (_reached >= Safe - Tolerance ? passed : null));
            }
        }
    }
}
