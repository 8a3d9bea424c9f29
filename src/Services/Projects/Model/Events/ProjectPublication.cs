using Waymark.Projects.Types;

namespace Waymark.Projects.Model.Events;

/// <summary>The published form of a stream event.</summary>
internal static class ProjectPublication
{
    public static IEvent EventOf(ProjectStep step, ProjectState project, FieldChanges changes, IReadOnlyDictionary<string, string>? statusMapping) => step.Type switch
    {
        ProjectEventTypes.Created => new ProjectCreated(project, changes),
        ProjectEventTypes.Updated => new ProjectUpdated(project, changes, statusMapping),
        ProjectEventTypes.Archived => new ProjectArchived(project, changes),
        ProjectEventTypes.Unarchived => new ProjectUnarchived(project, changes),
        ProjectEventTypes.Deleted => new ProjectDeleted(project, changes),
        ProjectEventTypes.Restored => new ProjectRestored(project, changes),
        ProjectEventTypes.MemberAdded => new MemberAdded(project, changes, step.Member!.UserId, ProjectRoles.OfRank(step.Member.To!.Value)),
        ProjectEventTypes.MemberChanged => new MemberChanged(project, changes, step.Member!.UserId, ProjectRoles.OfRank(step.Member.To!.Value)),
        ProjectEventTypes.MemberRemoved => new MemberRemoved(project, changes, step.Member!.UserId),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Type, "No such event of a project."),
    };

    public static ProjectState StateOf(Project p) => new(
        p.Id, p.WorkspaceId, p.Key, p.Name, p.OwnerId, p.State, p.TimeZone, WorkflowStates.Parse(p.WorkflowJson),
        p.Members.ConvertAll(m => new ProjectMemberState(m.UserId, m.Role)), p.Version,
        p.TaskTypesJson is null ? null : TypesOfTasks.Parse(p.TaskTypesJson),
        p.ParentId);
}
