namespace Waymark.Tasks.Planning;

/// <summary>What moving a task to another start would do to those behind it. Nothing is changed.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="StartAt">When it would start.</param>
/// <param name="DueAt">When it would be due: a due date moves along with the start.</param>
/// <param name="Shifts">The tasks behind it whose earliest times would change, soonest first.</param>
/// <param name="Conflicts">The dependencies to which its new place does not keep.</param>
/// <param name="PassedDeadlines">The deadlines that it and the tasks behind it would pass. A deadline never moves along.</param>
public sealed record RescheduleOffer(
    Guid TaskId, Moment StartAt, Moment? DueAt, IReadOnlyList<OfferedShift> Shifts, IReadOnlyList<BrokenLink> Conflicts, IReadOnlyList<PassedDeadline> PassedDeadlines);

/// <summary>A task that would move.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Minutes">The working time by which it moves; negative when it could come earlier.</param>
/// <param name="EarliestStart">When it could start then.</param>
/// <param name="EarliestFinish">When it could be finished then.</param>
/// <param name="StartAt">The start that it would get; none where it has none. Nothing is pulled to an earlier date.</param>
/// <param name="DueAt">The due date that it would get; none where it has none.</param>
public sealed record OfferedShift(
    Guid TaskId, string Key, string Title, long Minutes, DateTimeOffset EarliestStart, DateTimeOffset EarliestFinish, Moment? StartAt, Moment? DueAt);

/// <summary>A deadline behind which a task is due, or can be finished at the earliest.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="DeadlineAt">The deadline.</param>
/// <param name="Minutes">The working time by which it is passed.</param>
public sealed record PassedDeadline(Guid TaskId, string Key, string Title, Moment DeadlineAt, long Minutes);

/// <summary>A dependency that would not be kept.</summary>
/// <param name="DependencyId">The dependency.</param>
/// <param name="TaskId">The task that starts too early.</param>
/// <param name="MissingMinutes">The working time by which it does.</param>
public sealed record BrokenLink(Guid DependencyId, Guid TaskId, long MissingMinutes);
