namespace Waymark.Contracts.Tasks;

/// <summary>Asked by a service that keeps copies of tasks and lacks one: it was made a moment ago.</summary>
public interface ITaskAccess
{
    /// <summary>The task's state, or null when it does not exist, stands in the trash, or is not the person's to see.</summary>
    Task<TaskSnapshot?> FindAsync(Guid taskId, Guid userId, CancellationToken ct);

    /// <summary>How many tasks of a project stand in each status, those in the trash included; a status without any is left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountByStatusAsync(Guid projectId, CancellationToken ct);

    /// <summary>The tasks of a project as plans from which they could be made anew, in the order of the board; those in the trash are left out.</summary>
    Task<IReadOnlyList<TaskPlan>> PlansOfAsync(Guid projectId, CancellationToken ct);
}
