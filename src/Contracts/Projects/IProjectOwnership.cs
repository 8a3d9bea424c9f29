namespace Waymark.Contracts.Projects;

/// <summary>A project by id and name.</summary>
public sealed record OwnedProject(Guid Id, string Name);

/// <summary>Asked by users before somebody goes.</summary>
public interface IProjectOwnership
{
    /// <summary>The projects with other members, outside the trash, that have no other owner than this person.</summary>
    Task<IReadOnlyList<OwnedProject>> FindOnlyOwnedAsync(Guid userId, CancellationToken ct);
}
