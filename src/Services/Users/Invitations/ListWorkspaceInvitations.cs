using Waymark.Users.Access;
using Waymark.Users.Members;

namespace Waymark.Users.Invitations;

/// <summary>Open invitations, and taking one back; links are never shown again.</summary>
internal static class ListWorkspaceInvitations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/workspaces/{id:guid}/invitations", ListAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .WithName(nameof(ListWorkspaceInvitations)).WithSummary("List the open invitations to a workspace");
        routes.MapDelete("/api/workspaces/{id:guid}/invitations/{invitationId:guid}", RevokeAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .WithName("RevokeWorkspaceInvitation").WithSummary("Take back an invitation to a workspace");
    }

    /// <summary>The invitations that have neither been used nor run out.</summary>
    internal static Task<List<WorkspaceInvitation>> OpenAsync(UsersDbContext db, Guid workspaceId, CancellationToken ct)
    {
        var now = db.Scope.Now;
        return db.Invitations.AsNoTracking().Where(i => i.WorkspaceId == workspaceId && i.ExpiresAt > now).OrderBy(i => i.Id).Take(PageLimit.Max).ToListAsync(ct);
    }

    private static async Task<Results<Answer<Page<WorkspaceMemberResponse>>, Problem>> ListAsync(Guid id, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        await DemandAsync(id, caller, door, ct) is { } problem
            ? problem
            : Answers.Ok(new Page<WorkspaceMemberResponse>([.. (await OpenAsync(door.Db, id, ct)).Select(i => WorkspaceMemberResponse.Of(i))], null));

    private static async Task<Results<Deleted, Problem>> RevokeAsync(Guid id, Guid invitationId, Caller caller, WorkspaceDoor door, CancellationToken ct)
    {
        if (await DemandAsync(id, caller, door, ct) is { } problem)
        {
            return problem;
        }

        var gone = await door.Db.Invitations.Where(i => i.Id == invitationId && i.WorkspaceId == id).ExecuteDeleteAsync(ct);
        return gone == 0 ? Problems.NotFound("invitation") : Answers.Deleted();
    }

    private static async Task<Problem?> DemandAsync(Guid id, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        await door.FindAsync(id, caller.Id, ct) is { } open ? open.Demand(Permissions.WorkspaceMembersManage) : Problems.NotFound("workspace");
}
