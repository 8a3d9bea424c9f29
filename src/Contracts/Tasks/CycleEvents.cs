namespace Waymark.Contracts.Tasks;

/// <summary>A cycle after an event.</summary>
/// <param name="Id">The cycle.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Name">What it is called.</param>
/// <param name="StartDate">Its first day.</param>
/// <param name="EndDate">Its last day.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
public sealed record CycleState(Guid Id, Guid ProjectId, string Name, DateOnly StartDate, DateOnly EndDate, DateTimeOffset? ClosedAt);

/// <summary>What every event of a cycle carries. Key <c>cycle:&lt;id&gt;</c>.</summary>
public abstract record CycleEvent(CycleState Cycle, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Cycle.ProjectId;
}

/// <summary>A cycle was planned.</summary>
[EventName("cycle.created")]
public sealed record CycleCreated(CycleState Cycle, FieldChanges Changes) : CycleEvent(Cycle, Changes);

/// <summary>A cycle was renamed, moved, or got another goal.</summary>
[EventName("cycle.updated")]
public sealed record CycleUpdated(CycleState Cycle, FieldChanges Changes) : CycleEvent(Cycle, Changes);

/// <summary>A cycle was deleted; its tasks stay.</summary>
[EventName("cycle.deleted")]
public sealed record CycleDeleted(CycleState Cycle, FieldChanges Changes) : CycleEvent(Cycle, Changes);

/// <summary>A cycle was closed; what was not finished went on to <paramref name="NextId"/>, where one was named.</summary>
[EventName("cycle.closed")]
public sealed record CycleClosed(CycleState Cycle, FieldChanges Changes, Guid? NextId) : CycleEvent(Cycle, Changes);

/// <summary>Tasks joined a cycle, or left it. A cycle that takes on the rest of another is told of it likewise.</summary>
[EventName("cycle.scope_changed")]
public sealed record CycleScopeChanged(CycleState Cycle, FieldChanges Changes, IReadOnlyList<Guid> AddedIds, IReadOnlyList<Guid> RemovedIds)
    : CycleEvent(Cycle, Changes);

/// <summary>How cycles work in a project after an event.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="AllowsSeveral">Whether a task may stand in several open cycles.</param>
public sealed record CycleSettingsState(Guid ProjectId, bool AllowsSeveral);

/// <summary>Somebody decided how cycles work in a project. Key <c>cycle_settings:&lt;project id&gt;</c>.</summary>
[EventName("cycle_settings.updated")]
public sealed record CycleSettingsUpdated(CycleSettingsState Settings, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Settings.ProjectId;
}
