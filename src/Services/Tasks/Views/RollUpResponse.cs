using Npgsql;

namespace Waymark.Tasks.Views;

/// <summary>
/// The tasks of a project and of all projects below it that the caller may see, taken together. Cancelled tasks and those in the trash
/// count for nothing; estimates are minutes.
/// </summary>
/// <param name="EarliestStart">When the first of the tasks starts; null when none has a start.</param>
/// <param name="LatestDue">When the last of the tasks is due; null when none is.</param>
/// <param name="Projects">The share of each project: the project itself, then what stands below it, level by level.</param>
public sealed record RollUpResponse(
    RollUpProgress Progress, long EstimateMinutes, long CompletedEstimateMinutes, Moment? EarliestStart, Moment? LatestDue, IReadOnlyList<RollUpShare> Projects)
{
    internal static RollUpResponse Of(IReadOnlyList<RollUpLine> lines) => new(
        new RollUpProgress(lines.Sum(l => l.Share.Progress.Done), lines.Sum(l => l.Share.Progress.Total)),
        lines.Sum(l => l.Share.EstimateMinutes),
        lines.Sum(l => l.Share.CompletedEstimateMinutes),
        lines.MinBy(l => l.StartsAt ?? DateTimeOffset.MaxValue)!.Share.EarliestStart,
        lines.MaxBy(l => l.DueAt ?? DateTimeOffset.MinValue)!.Share.LatestDue,
        [.. lines.Select(l => l.Share)]);
}

/// <summary>What the tasks of one project contribute; <paramref name="Level"/> is 0 for the project that was asked for, 1 for those directly below it.</summary>
public sealed record RollUpShare(
    Guid ProjectId, string Key, string Name, int Level, RollUpProgress Progress, long EstimateMinutes, long CompletedEstimateMinutes, Moment? EarliestStart, Moment? LatestDue);

/// <summary>How many tasks there are, the cancelled ones left out, and how many of them are done; in percent, rounded down.</summary>
public sealed record RollUpProgress(int Done, int Total)
{
    public int Percent => Total == 0 ? 0 : (int)(Done * 100L / Total);
}

/// <summary>A share with the instants by which its dates are compared.</summary>
internal sealed record RollUpLine(RollUpShare Share, DateTimeOffset? StartsAt, DateTimeOffset? DueAt);

/// <summary>The first or the last of many moments, as a statement gives it.</summary>
internal static class RollUpMoment
{
    /// <summary>Three columns: the instant that counts, that of the day that counts, and this day.</summary>
    public static (Moment? Moment, DateTimeOffset? At) Read(NpgsqlDataReader row, int first)
    {
        if (row.IsDBNull(first))
        {
            return (null, null);
        }

        var at = row.GetFieldValue<DateTimeOffset>(first);
        return (!row.IsDBNull(first + 1) && row.GetFieldValue<DateTimeOffset>(first + 1) == at ? Moment.On(row.GetFieldValue<DateOnly>(first + 2)) : Moment.At(at), at);
    }
}
