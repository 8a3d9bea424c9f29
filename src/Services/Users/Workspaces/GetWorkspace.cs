using Waymark.Users.Access;

namespace Waymark.Users.Workspaces;

internal static class GetWorkspace
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/workspaces/{id:guid}", HandleAsync).RequirePermission(Permissions.WorkspaceRead)
            .WithName(nameof(GetWorkspace)).WithSummary("Read a workspace");

    private static async Task<Results<Answer<WorkspaceResponse>, Problem>> HandleAsync(Guid id, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        await door.FindAsync(id, caller.Id, ct) is { } open ? WorkspaceResponse.AnswerOf(open) : Problems.NotFound("workspace");
}
