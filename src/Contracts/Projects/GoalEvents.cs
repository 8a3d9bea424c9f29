namespace Waymark.Contracts.Projects;

/// <summary>A goal of a workspace after an event.</summary>
/// <param name="Id">The goal.</param>
/// <param name="WorkspaceId">Its workspace.</param>
/// <param name="Name">What it is called.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="DueDate">The day on which it should be reached, where one was set.</param>
/// <param name="ParentId">The goal to which it contributes.</param>
public sealed record GoalState(Guid Id, Guid WorkspaceId, string Name, Guid OwnerId, DateOnly? DueDate, Guid? ParentId);

/// <summary>What every event of a goal carries. Key <c>goal:&lt;id&gt;</c>.</summary>
public abstract record GoalEvent(GoalState Goal, FieldChanges Changes) : IChangeEvent;

/// <summary>A workspace got a goal.</summary>
[EventName("goal.created")]
public sealed record GoalCreated(GoalState Goal, FieldChanges Changes) : GoalEvent(Goal, Changes);

/// <summary>A goal was renamed, moved, handed on, or linked to other projects and milestones.</summary>
[EventName("goal.updated")]
public sealed record GoalUpdated(GoalState Goal, FieldChanges Changes) : GoalEvent(Goal, Changes);

/// <summary>A goal was deleted; what was linked to it stays, and goals that contributed to it contribute to the one above.</summary>
[EventName("goal.deleted")]
public sealed record GoalDeleted(GoalState Goal, FieldChanges Changes) : GoalEvent(Goal, Changes);
