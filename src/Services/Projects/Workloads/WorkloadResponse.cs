namespace Waymark.Projects.Workloads;

/// <summary>How full the weeks of a member are.</summary>
/// <param name="UserId">The member.</param>
/// <param name="HoursPerWeek">How much the member works in a week without days off.</param>
/// <param name="Weeks">The weeks in their order.</param>
public sealed record WorkloadResponse(Guid UserId, decimal HoursPerWeek, IReadOnlyList<WorkloadWeek> Weeks);

/// <summary>One week of a member.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="CapacityHours">What is left of the hours of a week after the days off.</param>
/// <param name="TimeOffHours">The hours of the days off.</param>
/// <param name="PlannedHours">The hours planned in all projects of the workspace together, those that the caller does not see included.</param>
/// <param name="IsOver">Whether more is planned than there is.</param>
/// <param name="Projects">The hours in each project that the caller sees.</param>
public sealed record WorkloadWeek(
    DateOnly Week, decimal CapacityHours, decimal TimeOffHours, decimal PlannedHours, bool IsOver, IReadOnlyList<WorkloadPart> Projects);

/// <summary>The hours that are planned for one project.</summary>
public sealed record WorkloadPart(Guid ProjectId, decimal Hours);
