using static Waymark.Platform.EventSourcing.StreamField<Waymark.Projects.Model.Project>;

namespace Waymark.Projects.Model.Events;

/// <summary>
/// The table of everything about a project that events record, its members aside (<see cref="MemberChanges"/>).
/// </summary>
internal static class ProjectFields
{
    /// <summary>Told along with the member's event that makes another one the owner.</summary>
    public const string OwnerId = "ownerId";

    public static readonly StreamFields<Project> Table = new(
    [
        Text("key", p => p.Key, (p, v) => p.Key = v),
        Text("name", p => p.Name, (p, v) => p.Name = v),
        Text("description", p => p.Description, (p, v) => p.Description = v, isLong: true),
        Id(OwnerId, p => p.OwnerId, (p, v) => p.OwnerId = v!.Value),
        Id("parentId", p => p.ParentId, (p, v) => p.ParentId = v),
        DateField.Of<Project>("startDate", p => p.StartDate, (p, v) => p.StartDate = v),
        DateField.Of<Project>("dueDate", p => p.DueDate, (p, v) => p.DueDate = v),
        Text("color", p => p.Color, (p, v) => p.Color = v),
        OptionalText("icon", p => p.Icon, (p, v) => p.Icon = v),
        Text("timeZone", p => p.TimeZone, (p, v) => p.TimeZone = v),
        new StreamField<Project, string>("workflow", p => p.WorkflowJson, (p, v) => p.WorkflowJson = v, (j, v) => j.WriteRawValue(v), v => v.GetRawText()),
        new StreamField<Project, string?>("taskTypes", p => p.TaskTypesJson, (p, v) => p.TaskTypesJson = v, (j, v) => j.WriteRawValue(v ?? "null"), v => v.GetRawText() is "null" ? null : v.GetRawText()),
        Instant("archivedAt", p => p.ArchivedAt, (p, v) => p.ArchivedAt = v, ProjectEventTypes.Archived),
        Instant("deletedAt", p => p.DeletedAt, (p, v) => p.DeletedAt = v, ProjectEventTypes.Deleted),
    ]);
}
