using Waymark.Projects.Access;

namespace Waymark.Projects.Views;

internal static class GetProject
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{id:guid}", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(GetProject)).WithSummary("Read a project");

    private static async Task<Results<Answer<ProjectResponse>, Problem>> HandleAsync(Guid id, Caller caller, ProjectDoor door, CancellationToken ct) =>
        await door.FindAsync(id, caller.Id, ct) is { } open ? ProjectResponse.AnswerOf(open) : Problems.NotFound("project");
}
