namespace Waymark.Contracts.Projects;

/// <summary>A time sheet after an event: the time of one person in one project in one week.</summary>
/// <param name="Id">The sheet.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="UserId">Whose time it is.</param>
/// <param name="Week">The Monday with which the week begins.</param>
/// <param name="State">One of <see cref="TimeSheetStates"/>.</param>
public sealed record TimeSheetState(Guid Id, Guid ProjectId, Guid UserId, DateOnly Week, string State);

/// <summary>What every event of a time sheet carries. Key <c>time_sheet:&lt;id&gt;</c>.</summary>
public abstract record TimeSheetEvent(TimeSheetState Sheet, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Sheet.ProjectId;
}

/// <summary>A week was handed in for approval.</summary>
[EventName("time_sheet.submitted")]
public sealed record TimeSheetSubmitted(TimeSheetState Sheet, FieldChanges Changes) : TimeSheetEvent(Sheet, Changes);

/// <summary>A week was approved: its time is locked.</summary>
[EventName("time_sheet.approved")]
public sealed record TimeSheetApproved(TimeSheetState Sheet, FieldChanges Changes) : TimeSheetEvent(Sheet, Changes);

/// <summary>A week was sent back; the reason is among the changes.</summary>
[EventName("time_sheet.rejected")]
public sealed record TimeSheetRejected(TimeSheetState Sheet, FieldChanges Changes) : TimeSheetEvent(Sheet, Changes);

/// <summary>A week was taken back before it was approved, or unlocked after it.</summary>
[EventName("time_sheet.reopened")]
public sealed record TimeSheetReopened(TimeSheetState Sheet, FieldChanges Changes) : TimeSheetEvent(Sheet, Changes);
