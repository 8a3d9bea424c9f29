namespace Waymark.Projects.Parts;

/// <summary>A row that belongs to a project, with a version of its own: a milestone, a custom field, a time entry, an allocation.</summary>
internal interface IProjectPart : IVersioned
{
    Guid Id { get; }

    Guid ProjectId { get; }
}

/// <summary>What the course of every use case needs to know of one kind of part.</summary>
/// <typeparam name="T">The row.</typeparam>
/// <typeparam name="TResponse">The row as callers see it.</typeparam>
/// <param name="Name">As a problem names it: <c>milestone</c>.</param>
/// <param name="Path">The last segment of its list: <c>milestones</c>.</param>
/// <param name="Fields">Everything about it that events tell of.</param>
/// <param name="Answer">Makes the answer.</param>
/// <param name="Created">The event of a new one.</param>
/// <param name="Updated">The event of a changed one.</param>
/// <param name="Deleted">The event of one that is gone.</param>
/// <param name="IsGuarded">Whether its use cases hold other rows by locks, and so need one transaction from the decision to the commit.</param>
/// <param name="FillIn">Fills in what an answer tells beside the rows, for a whole page at once.</param>
internal sealed record PartKind<T, TResponse>(
    string Name,
    string Path,
    StreamFields<T> Fields,
    Func<T, TResponse> Answer,
    Func<T, FieldChanges, IEvent> Created,
    Func<T, FieldChanges, IEvent> Updated,
    Func<T, FieldChanges, IEvent> Deleted,
    bool IsGuarded = false,
    Func<ProjectsDbContext, IReadOnlyList<T>, CancellationToken, Task>? FillIn = null)
    where T : class, IProjectPart
{
    public string PathOf(T part) => $"/api/projects/{part.ProjectId}/{Path}/{part.Id}";
}
