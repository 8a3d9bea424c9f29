using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.Goals.Goal>;

namespace Waymark.Projects.Goals;

/// <summary>What a workspace wants to reach. How far it is tell the tasks of the projects and milestones that are linked to it.</summary>
internal sealed class Goal : IVersioned
{
    public const int MaxNameLength = 200;
    public const int MaxLinks = 100;

    public static readonly StreamFields<Goal> Fields = new(
    [
        Text("name", g => g.Name, (g, v) => g.Name = v),
        Text("description", g => g.Description, (g, v) => g.Description = v, isLong: true),
        Id("ownerId", g => g.OwnerId, (g, v) => g.OwnerId = v!.Value),
        DateField.Of<Goal>("dueDate", g => g.DueDate, (g, v) => g.DueDate = v),
        Id("parentId", g => g.ParentId, (g, v) => g.ParentId = v),
        Ids("projectIds", g => g.ProjectIds, (g, v) => g.ProjectIds = v),
        Ids("milestoneIds", g => g.MilestoneIds, (g, v) => g.MilestoneIds = v),
    ]);

    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public Guid OwnerId { get; set; }

    public DateOnly? DueDate { get; set; }

    /// <summary>The goal to which it contributes.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Projects of the workspace; one that is in the trash or erased counts for nothing.</summary>
    public Guid[] ProjectIds { get; set; } = [];

    /// <summary>Milestones of its projects; one that was deleted since counts for nothing.</summary>
    public Guid[] MilestoneIds { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    public string PartitionKey => $"goal:{Id}";

    public Guid? TenantId => WorkspaceId;

    public Goal Draft() => (Goal)MemberwiseClone();

    public GoalState Told() => new(Id, WorkspaceId, Name, OwnerId, DueDate, ParentId);

    /// <summary>Takes over what a draft changes; what events tell of it, or null when that is nothing.</summary>
    public FieldChanges? Take(Goal draft)
    {
        var changed = Fields.Differing(this, draft);
        if (changed.Count == 0)
        {
            return null;
        }

        var changes = StreamFields<Goal>.Changes(changed, this, draft, withOldTexts: false);
        foreach (var field in changed)
        {
            field.Copy(draft, this);
        }

        return changes;
    }
}
