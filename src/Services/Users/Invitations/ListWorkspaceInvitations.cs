using Waymark.Users.Access;
using Waymark.Users.Members;

namespace Waymark.Users.Invitations;

/// <summary>Open invitations, and taking one back; links are never shown again.</summary>
internal static class ListWorkspaceInvitations
{
    private const string Sort = "invitedAt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/workspaces/{id:guid}/invitations", ListAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .WithName(nameof(ListWorkspaceInvitations)).WithSummary("List the open invitations to a workspace");
        routes.MapDelete("/api/workspaces/{id:guid}/invitations/{invitationId:guid}", RevokeAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .WithName("RevokeWorkspaceInvitation").WithSummary("Take back an invitation to a workspace");
    }

    /// <summary>The invitations that have neither been used nor run out; a workspace has at most as many as members.</summary>
    internal static IQueryable<WorkspaceInvitation> Open(UsersDbContext db, Guid workspaceId)
    {
        var now = db.Scope.Now;
        return db.Invitations.AsNoTracking().Where(i => i.WorkspaceId == workspaceId && i.ExpiresAt > now).OrderBy(i => i.Id);
    }

    private static async Task<Results<Answer<Page<WorkspaceMemberResponse>>, Problem>> ListAsync(
        Guid id, int? limit, string? cursor, Caller caller, WorkspaceDoor door, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !Cursor.TryParse(cursor, Sort, out from))
        {
            return Cursor.Invalid;
        }

        if (await DemandAsync(id, caller, door, ct) is { } problem)
        {
            return problem;
        }

        // Ids are made in the order of time.
        var after = from?.Id ?? Guid.Empty;
        var rows = await Open(door.Db, id).Where(i => i.Id.CompareTo(after) > 0).Take(size + 1).ToListAsync(ct);
        var page = Page<WorkspaceInvitation>.Of(rows, size, i => new Cursor(Sort, null, i.Id).ToString());
        return Answers.Ok(new Page<WorkspaceMemberResponse>([.. page.Items.Select(i => WorkspaceMemberResponse.Of(i))], page.NextCursor));
    }

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
