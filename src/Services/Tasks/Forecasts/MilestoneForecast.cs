using Waymark.Tasks.Model.Forecasting;

namespace Waymark.Tasks.Forecasts;

/// <summary>When a milestone that is open will probably be reached, and out of what this follows.</summary>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="Outcome">Whether there is a forecast, and else why not.</param>
/// <param name="LikelyOn">The day by which it is reached as likely as not.</param>
/// <param name="SafeOn">The day by which it is reached in 85 of 100 cases; null where that is more than two years away.</param>
/// <param name="PlannedOn">The last due day of its open tasks; null unless all of them have one.</param>
/// <param name="OpenTasks">How many tasks it waits for.</param>
/// <param name="OpenEstimateMinutes">What they are estimated at.</param>
/// <param name="TasksAhead">The open tasks of milestones that are due before it: they are taken to be finished first.</param>
/// <param name="PastWeeks">How many weeks of the project, up to today, the forecast is made of; at most twelve, and it takes five.</param>
/// <param name="FinishedTasks">How many tasks of the project were finished in these weeks.</param>
public sealed record MilestoneForecast(
    Guid MilestoneId,
    [property: OneOf(typeof(ForecastOutcomes))] string Outcome,
    DateOnly? LikelyOn,
    DateOnly? SafeOn,
    DateOnly? PlannedOn,
    int OpenTasks,
    long OpenEstimateMinutes,
    int TasksAhead,
    int PastWeeks,
    int FinishedTasks)
{
    internal static MilestoneForecast Of(OpenMilestone milestone, int ahead, IReadOnlyList<int> weeks, DaysToGo days, DateOnly today)
    {
        var finished = weeks.Sum();
        var outcome =
            milestone.OpenTasks == 0 ? milestone.HasFinished ? ForecastOutcomes.Done : ForecastOutcomes.Empty
            : weeks.Count < ThroughputForecast.FewestWeeks ? ForecastOutcomes.TooLittleHistory
            : finished == 0 ? ForecastOutcomes.NothingFinished
            : days.Likely is null ? ForecastOutcomes.TooFar
            : ForecastOutcomes.Forecast;
        var isKnown = outcome == ForecastOutcomes.Forecast;
        return new MilestoneForecast(
            milestone.Id, outcome, isKnown ? After(days.Likely) : null, isKnown ? After(days.Safe) : null, milestone.PlannedOn, milestone.OpenTasks,
            milestone.EstimateMinutes, ahead, weeks.Count, finished);

        DateOnly? After(int? count) => count is { } number ? today.AddDays(number) : null;
    }
}

/// <summary>An open milestone with what it waits for.</summary>
internal sealed record OpenMilestone(Guid Id, DateOnly? DueOn, int OpenTasks, long EstimateMinutes, bool HasFinished, DateOnly? PlannedOn);

/// <summary>Whether there is a forecast, and else why not.</summary>
internal static class ForecastOutcomes
{
    public const string Forecast = "forecast";

    /// <summary>All its tasks are done; somebody may say that it is reached.</summary>
    public const string Done = "done";

    /// <summary>Nothing belongs to it that it could wait for.</summary>
    public const string Empty = "empty";

    /// <summary>The project is too young to tell what it finishes in a week.</summary>
    public const string TooLittleHistory = "too_little_history";

    /// <summary>In all these weeks no task was finished.</summary>
    public const string NothingFinished = "nothing_finished";

    /// <summary>More than two years away.</summary>
    public const string TooFar = "too_far";

    public static readonly IReadOnlyList<string> All = [Forecast, Done, Empty, TooLittleHistory, NothingFinished, TooFar];
}
