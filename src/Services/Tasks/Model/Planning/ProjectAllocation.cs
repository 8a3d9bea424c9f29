namespace Waymark.Tasks.Model.Planning;

/// <summary>How much somebody is planned for a project, as projects last told.</summary>
internal sealed class ProjectAllocation
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid UserId { get; init; }

    public required decimal HoursPerWeek { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>A plan that was taken back leaves its row, so that news that comes late does not bring it back.</summary>
    public required bool IsDeleted { get; init; }

    public required long Version { get; init; }
}
