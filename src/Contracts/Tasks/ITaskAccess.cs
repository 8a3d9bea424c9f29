namespace Waymark.Contracts.Tasks;

/// <summary>Asked by a service that keeps copies of tasks and lacks one, which was made a moment ago, or that needs to know how many there are.</summary>
public interface ITaskAccess
{
    /// <summary>The task's state, or null when it does not exist, stands in the trash, or is not the person's to see.</summary>
    Task<TaskSnapshot?> FindAsync(Guid taskId, Guid userId, CancellationToken ct);

    /// <summary>How many tasks of a project stand in each status, those in the trash included; a status without any is left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountByStatusAsync(Guid projectId, CancellationToken ct);

    /// <summary>How far each of these projects is; one without tasks is left out.</summary>
    Task<IReadOnlyDictionary<Guid, TaskTally>> TallyAsync(IReadOnlyCollection<Guid> projectIds, CancellationToken ct);

    /// <summary>The tasks of a project as plans from which they could be made anew, in the order of the board; those in the trash are left out.</summary>
    Task<IReadOnlyList<TaskPlan>> PlansOfAsync(Guid projectId, CancellationToken ct);
}

/// <summary>How many tasks there are, the cancelled ones and those in the trash left out, and how many of them are done.</summary>
public readonly record struct TaskTally(int Done, int Total);
