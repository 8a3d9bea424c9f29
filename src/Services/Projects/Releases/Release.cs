using Waymark.Projects.Parts;
using Waymark.Projects.Progress;
using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.Releases.Release>;

namespace Waymark.Projects.Releases;

/// <summary>What a project gives out at once: the milestones that have to be reached for it.</summary>
internal sealed class Release : IProjectPart
{
    public const int MaxTagLength = 50;
    public const int MaxMilestones = 100;

    public static readonly StreamFields<Release> Fields = new(
    [
        Text("name", r => r.Name, (r, v) => r.Name = v),
        OptionalText("tag", r => r.Tag, (r, v) => r.Tag = v),
        DateField.Of<Release>("date", r => r.Date, (r, v) => r.Date = v),
        Text("state", r => r.State, (r, v) => r.State = v),
        Text("notes", r => r.Notes, (r, v) => r.Notes = v, isLong: true),
        Ids("milestoneIds", r => r.MilestoneIds, (r, v) => r.MilestoneIds = v),
    ]);

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name { get; set; } = "";

    /// <summary>What it is numbered, such as 2.4.0.</summary>
    public string? Tag { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>One of <see cref="ReleaseStates"/>.</summary>
    public string State { get; set; } = ReleaseStates.Planned;

    public string Notes { get; set; } = "";

    /// <summary>Milestones of the project; one that was deleted since counts for nothing.</summary>
    public Guid[] MilestoneIds { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    /// <summary>How far the tasks of its milestones are, filled in for an answer; they stand outside the version.</summary>
    public TaskProgress Progress { get; set; } = TaskProgress.None;

    public string PartitionKey => $"release:{Id}";

    public Guid? TenantId => WorkspaceId;

    public Release Draft() => (Release)MemberwiseClone();

    public ReleaseState Told() => new(Id, ProjectId, Name, Tag, Date, State);
}
