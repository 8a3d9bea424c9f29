namespace Waymark.Contracts.Projects;

/// <summary>The days that are asked for, and how many of them a week has: the hours of a week are spread over these.</summary>
public sealed record Workdays(IReadOnlyList<DateOnly> Days, int PerWeek);

/// <summary>How many hours somebody can give a project on some days, and how many more it were without days off.</summary>
public sealed record PersonTime(Guid UserId, decimal Hours, decimal TimeOffHours);

/// <summary>Asked by tasks for what a cycle can take on: how long people work and when they are off is theirs, so no event carries it.</summary>
public interface IProjectCapacity
{
    /// <summary>The time of each of these people; who is no member of the project gives it none.</summary>
    Task<IReadOnlyList<PersonTime>> FindAsync(Guid projectId, IReadOnlyCollection<Guid> userIds, Workdays workdays, CancellationToken ct);
}
