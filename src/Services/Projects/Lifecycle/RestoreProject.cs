using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Lifecycle;

/// <summary>Takes a project out of the trash. For those who may not do that, the trash does not exist.</summary>
internal static class RestoreProject
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/restore", HandleAsync).RequirePermission(Permissions.ProjectDelete)
            .MayRefuse(ProjectChange.WorkspaceDeleted).WithName(nameof(RestoreProject)).WithSummary("Take a project out of the trash");

    private static Task<Results<Answer<ProjectResponse>, Problem>> HandleAsync(Guid id, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, (open, draft) =>
        {
            var isHidden = open.Project.DeletedAt is not null && open.Demand(Permissions.ProjectDelete) is not null;
            draft.DeletedAt = null;
            return isHidden ? Problems.NotFound("project") : open.Demand(Permissions.ProjectDelete);
        }, ProjectResponse.AnswerOf, ct, isTrashOpen: true);
}
