namespace Waymark.Projects.Goals;

/// <summary>A goal as callers see it.</summary>
/// <param name="ParentId">The goal to which it contributes.</param>
/// <param name="ProjectIds">The linked projects that the caller may see.</param>
/// <param name="MilestoneIds">The linked milestones of projects that the caller may see.</param>
/// <param name="HiddenLinkCount">How many more projects and milestones are linked, which the caller may not see; they count all the same.</param>
/// <param name="Progress">
/// How far the tasks are of all that is linked to the goal and to those that contribute to it, each counted once, a moment ago; null
/// while they cannot be counted, because the service of tasks runs in another process.
/// </param>
/// <param name="Links">What the linked projects and milestones that the caller may see contribute, each by itself.</param>
public sealed record GoalResponse(
    Guid Id, Guid WorkspaceId, Guid? ParentId, string Name, string Description, Guid OwnerId, DateOnly? DueDate,
    IReadOnlyList<Guid> ProjectIds, IReadOnlyList<Guid> MilestoneIds, int HiddenLinkCount, GoalProgress? Progress, IReadOnlyList<GoalLink> Links,
    DateTimeOffset CreatedAt, long Version)
{
    internal static string PathOf(Goal goal) => $"/api/goals/{goal.Id}";
}

/// <summary>How many tasks there are, the cancelled ones and those in the trash left out, and how many of them are done; in percent, rounded down.</summary>
public sealed record GoalProgress(int Done, int Total)
{
    public int Percent => Total == 0 ? 0 : (int)(Done * 100L / Total);
}

/// <summary>A project or milestone that is linked to a goal, with how far it is by itself.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Id">The project or the milestone.</param>
/// <param name="ProjectId">The project, or that of the milestone.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Progress">Its tasks; null while those of projects cannot be counted.</param>
public sealed record GoalLink([property: OneOf(GoalLink.Project, GoalLink.Milestone)] string Kind, Guid Id, Guid ProjectId, string Name, GoalProgress? Progress)
{
    internal const string Project = "project";
    internal const string Milestone = "milestone";
}

/// <summary>The writable members of a goal.</summary>
public record GoalInput
{
    [Required, TrimmedLength(Goal.MaxNameLength)]
    public string? Name { get; init; }

    [StringLength(Project.MaxDescriptionLength)]
    public string? Description { get; init; }

    /// <summary>Who answers for it, a member of the workspace. Left out: the caller in a creation, kept otherwise.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The day on which it should be reached.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The goal of the same workspace to which it contributes; null for none.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The projects whose tasks count for it. Those that the caller may not see stay linked in any case.</summary>
    [MaxLength(Goal.MaxLinks)]
    public IReadOnlyList<Guid>? ProjectIds { get; init; }

    /// <summary>The milestones whose tasks count for it. Those that the caller may not see stay linked in any case.</summary>
    [MaxLength(Goal.MaxLinks)]
    public IReadOnlyList<Guid>? MilestoneIds { get; init; }

    internal static GoalInput Of(Goal g) => new()
    {
        Name = g.Name,
        Description = g.Description,
        OwnerId = g.OwnerId,
        DueDate = g.DueDate,
        ParentId = g.ParentId,
        ProjectIds = g.ProjectIds,
        MilestoneIds = g.MilestoneIds,
    };
}
