using Waymark.Projects.Access;

namespace Waymark.Projects.Invitations;

internal static class RevokeInvitation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/invitations/{invitationId:guid}", HandleAsync).RequirePermission(Permissions.ProjectMembersManage)
            .WithName(nameof(RevokeInvitation)).WithSummary("Take back an invitation to a project");

    private static async Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid invitationId, Caller caller, ProjectsDbContext db, ProjectDoor door, CancellationToken ct)
    {
        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        if (open.Demand(Permissions.ProjectMembersManage) is { } refused)
        {
            return refused;
        }

        var gone = await db.Invitations.Where(i => i.Id == invitationId && i.ProjectId == id).ExecuteDeleteAsync(ct);
        return gone == 0 ? Problems.NotFound("invitation") : Answers.Deleted();
    }
}
