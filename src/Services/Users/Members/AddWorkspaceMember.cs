using Waymark.Users.Access;
using Waymark.Users.Invitations;

namespace Waymark.Users.Members;

/// <summary>Who is to become a member: an id, or an address; without a role a member.</summary>
public sealed record AddWorkspaceMemberRequest(Guid? UserId, [property: EmailAddress, StringLength(254)] string? Email, [property: OneOf(typeof(WorkspaceRoles))] string? Role);

/// <summary>Adds somebody to a workspace; an address without an account gets an invitation instead.</summary>
internal static class AddWorkspaceMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/workspaces/{id:guid}/members", HandleAsync).RequirePermission(Permissions.WorkspaceMembersManage)
            .MayRefuse(WorkspaceMemberRules.AlreadyMember, WorkspaceMemberRules.TooManyMembers, WorkspaceMemberRules.PersonalWorkspace).WithName(nameof(AddWorkspaceMember)).WithSummary("Add a member to a workspace, or invite an address");

    private static Task<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>> HandleAsync(
        Guid id, AddWorkspaceMemberRequest request, Caller caller, WorkspaceDoor door, IUserDirectory directory, InviteToWorkspace inviting, HttpContext http, CancellationToken ct) =>
        door.Db.DecideAsync<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("workspace");
            }

            var role = request.Role ?? WorkspaceRoles.Member;
            var problem = (request.UserId is null == request.Email is null ? Problems.Invalid("userId", "Either userId or email is expected.") : null)
                ?? WorkspaceMemberRules.DemandManage(open, WorkspaceRoles.Rank(role))
                ?? WorkspaceMemberRules.CheckOwner(open.Workspace, role);
            if (problem is not null)
            {
                return problem;
            }

            var person = request.UserId is { } userId
                ? await directory.FindAsync([userId], ct) is [{ IsErased: false } found] ? found : null
                : await directory.FindByEmailAsync(request.Email!, ct);
            return (person, request.Email) switch
            {
                ({ } known, _) => await AddAsync(door.Db, open.Workspace, known, role, ct),
                (null, { } email) => await inviting.InviteAsync(open.Workspace, email, role, caller.Id, http, ct),
                _ => Problems.NotFound("person"),
            };
        });

    private static async Task<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>> AddAsync(
        UsersDbContext db, Workspace workspace, DirectoryUser person, string role, CancellationToken ct)
    {
        if (workspace.RankOf(person.Id) > 0)
        {
            return WorkspaceMemberRules.AlreadyMember.Because();
        }

        if (workspace.Members.Count >= Workspace.MaxMembers)
        {
            return WorkspaceMemberRules.TooManyMembers.Because();
        }

        workspace.SetRole(person.Id, role, db.Scope.Now);
        db.Tell(workspace, state => new WorkspaceMemberAdded(state, person.Id, role));
        var folded = Arrival.Fold(person.Email);
        db.Invitations.RemoveRange(await db.Invitations.Where(i => i.WorkspaceId == workspace.Id && i.Folded == folded).ToListAsync(ct));
        return await db.CommitAsync(
            Answers.Created(
                $"/api/workspaces/{workspace.Id}/members/{person.Id}",
                WorkspaceMemberResponse.Of(workspace.Find(person.Id)!, person.DisplayName, person.AvatarUrl, person.Email)),
            ct);
    }
}
