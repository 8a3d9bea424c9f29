using Waymark.Projects.Access;

namespace Waymark.Projects.Views;

/// <summary>A project as callers see it; <c>role</c> is what the caller may do in it, <c>parentId</c> the project below which it stands.</summary>
public sealed record ProjectResponse(
    Guid Id,
    string Key,
    string Name,
    string Description,
    Guid WorkspaceId,
    Guid? ParentId,
    Guid OwnerId,
    [property: OneOf(ProjectState.Active, ProjectState.Archived, ProjectState.Deleted)] string State,
    DateOnly? StartDate,
    DateOnly? DueDate,
    string Color,
    string? Icon,
    [property: OneOf(typeof(ProjectRoles))] string Role,
    int MemberCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version)
{
    internal static ProjectResponse Of(OpenProject open) => Of(open.Project, open.Rank, open.Project.Members.Count);

    internal static ProjectResponse Of(Project p, int rank, int memberCount) => new(
        p.Id, p.Key, p.Name, p.Description, p.WorkspaceId, p.LivingParentId, p.OwnerId, p.State, p.StartDate, p.DueDate, p.Color, p.Icon,
        ProjectRoles.OfRank(rank), memberCount, p.CreatedAt, p.UpdatedAt, p.Version);

    internal static Answer<ProjectResponse> AnswerOf(OpenProject open) => Answers.Ok(Of(open), open.Project.Version);
}
