namespace Waymark.Contracts.Projects;

/// <summary>A release after an event.</summary>
/// <param name="Id">The release.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Tag">What it is numbered, such as 2.4.0; null where it is not.</param>
/// <param name="Date">The day of the release, where one was set.</param>
/// <param name="State">One of <see cref="ReleaseStates"/>.</param>
public sealed record ReleaseState(Guid Id, Guid ProjectId, string Name, string? Tag, DateOnly? Date, string State);

/// <summary>How far a release has come, as it stands on the wire.</summary>
public static class ReleaseStates
{
    public const string Planned = "planned";
    public const string Released = "released";
    public const string Archived = "archived";

    /// <summary>All states in their order.</summary>
    public static readonly IReadOnlyList<string> All = [Planned, Released, Archived];
}

/// <summary>What every event of a release carries. Key <c>release:&lt;id&gt;</c>.</summary>
public abstract record ReleaseEvent(ReleaseState Release, FieldChanges Changes) : IProjectEvent, IChangeEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Release.ProjectId;
}

/// <summary>A project got a release.</summary>
[EventName("release.created")]
public sealed record ReleaseCreated(ReleaseState Release, FieldChanges Changes) : ReleaseEvent(Release, Changes);

/// <summary>A release was renamed, moved, released or archived.</summary>
[EventName("release.updated")]
public sealed record ReleaseUpdated(ReleaseState Release, FieldChanges Changes) : ReleaseEvent(Release, Changes);

/// <summary>A release was deleted; its milestones stay.</summary>
[EventName("release.deleted")]
public sealed record ReleaseDeleted(ReleaseState Release, FieldChanges Changes) : ReleaseEvent(Release, Changes);
