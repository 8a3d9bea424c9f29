using Waymark.Projects.Parts;
using Waymark.Projects.Progress;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.Model.Milestone>;

namespace Waymark.Projects.Model;

/// <summary>A point in a project that tasks lead to.</summary>
internal sealed class Milestone : IProjectPart
{
    public const int MaxNameLength = 200;

    public static readonly StreamFields<Milestone> Fields = new(
    [
        Text("name", m => m.Name, (m, v) => m.Name = v),
        Text("description", m => m.Description, (m, v) => m.Description = v, isLong: true),
        DateField.Of<Milestone>("startDate", m => m.StartDate, (m, v) => m.StartDate = v),
        DateField.Of<Milestone>("dueDate", m => m.DueDate, (m, v) => m.DueDate = v),
        Instant("completedAt", m => m.CompletedAt, (m, v) => m.CompletedAt = v),
    ]);

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public DateOnly? StartDate { get; set; }

    public DateOnly? DueDate { get; set; }

    /// <summary>When it was reached; null while it is open.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    /// <summary>How far its tasks are, filled in for an answer; they stand outside the version.</summary>
    public TaskProgress Progress { get; set; } = TaskProgress.None;

    public string PartitionKey => $"milestone:{Id}";

    public Guid? TenantId => WorkspaceId;

    public Milestone Draft() => (Milestone)MemberwiseClone();

    public MilestoneState State() => new(Id, ProjectId, Name, DueDate, CompletedAt);
}
