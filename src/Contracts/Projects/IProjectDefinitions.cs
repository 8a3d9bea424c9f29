namespace Waymark.Contracts.Projects;

/// <summary>What a project defines for its tasks to refer to.</summary>
/// <param name="Milestones">Its milestones.</param>
/// <param name="CustomFields">Its custom fields.</param>
/// <param name="TaskTypes">The keys of its types of tasks.</param>
/// <param name="Version">The project's version to which the types belong.</param>
public sealed record ProjectDefinitions(IReadOnlyList<MilestoneState> Milestones, IReadOnlyList<CustomFieldState> CustomFields, IReadOnlyList<string> TaskTypes, long Version);

/// <summary>Asked by tasks, when a task names something that it has not heard of yet.</summary>
public interface IProjectDefinitions
{
    /// <summary>What the project defines now, or null when it does not exist or is not the person's to see.</summary>
    Task<ProjectDefinitions?> FindAsync(Guid projectId, Guid userId, CancellationToken ct);
}
