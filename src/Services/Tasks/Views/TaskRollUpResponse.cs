namespace Waymark.Tasks.Views;

/// <summary>
/// A task and all tasks below it, taken together. Cancelled tasks and those in the trash count for nothing; estimates are minutes.
/// </summary>
/// <param name="Progress">How many tasks stand below it, and how many of them are done.</param>
/// <param name="EstimateMinutes">Its own estimate and those of all tasks below it.</param>
/// <param name="CompletedEstimateMinutes">What of that belongs to tasks that are done.</param>
/// <param name="OwnEstimateMinutes">What of it is the task's own; null when it has none.</param>
/// <param name="EarliestStart">When the first of the tasks starts, itself included; null when none has a start.</param>
/// <param name="LatestDue">When the last of the tasks is due, itself included; null when none is.</param>
/// <param name="Levels">How many levels of tasks stand below it.</param>
/// <param name="Outlying">Open tasks below it whose dates lie outside its own, at most five, the latest first.</param>
/// <param name="OutlyingCount">How many such tasks there are.</param>
/// <param name="IsWhole">False when there are more than ten thousand tasks; only so many are counted then.</param>
public sealed record TaskRollUpResponse(
    RollUpProgress Progress,
    long EstimateMinutes,
    long CompletedEstimateMinutes,
    int? OwnEstimateMinutes,
    Moment? EarliestStart,
    Moment? LatestDue,
    int Levels,
    IReadOnlyList<OutlyingTask> Outlying,
    int OutlyingCount,
    bool IsWhole);

/// <summary>A sub-task whose dates lie outside those of the task above it.</summary>
public sealed record OutlyingTask(Guid Id, string Key, string Title, Moment? StartAt, Moment? DueAt);
