namespace Waymark.Projects.Model.Events;

/// <summary>The events that a project's stream knows, by the names under which they are published.</summary>
internal static class ProjectEventTypes
{
    public const string Created = "project.created";
    public const string Updated = "project.updated";
    public const string Archived = "project.archived";
    public const string Unarchived = "project.unarchived";
    public const string Deleted = "project.deleted";
    public const string Restored = "project.restored";
    public const string MemberAdded = "member.added";
    public const string MemberChanged = "member.changed";
    public const string MemberRemoved = "member.removed";
}
