namespace Waymark.Contracts.Projects;

/// <summary>A rate after an event. What it costs is a matter of those who manage the project, so events do not tell it.</summary>
/// <param name="Id">The rate.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="UserId">Whose hour it is; null for everybody who has no rate of their own.</param>
/// <param name="ValidFrom">The first day on which it counts.</param>
/// <param name="ValidUntil">The last day on which it counts, where it ends before the next one begins.</param>
public sealed record RateState(Guid Id, Guid ProjectId, Guid? UserId, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <summary>What every event of a rate carries; the changes are left out. Key <c>rate:&lt;id&gt;</c>.</summary>
public abstract record RateEvent(RateState Rate, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Rate.ProjectId;
}

/// <summary>An hour got another price from a day on.</summary>
[EventName("rate.set")]
public sealed record RateSet(RateState Rate, FieldChanges Changes) : RateEvent(Rate, Changes);

/// <summary>A rate was changed, or ended.</summary>
[EventName("rate.updated")]
public sealed record RateUpdated(RateState Rate, FieldChanges Changes) : RateEvent(Rate, Changes);

/// <summary>A rate was deleted; the one before it counts again.</summary>
[EventName("rate.deleted")]
public sealed record RateDeleted(RateState Rate, FieldChanges Changes) : RateEvent(Rate, Changes);
