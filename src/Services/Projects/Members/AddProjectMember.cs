using Waymark.Contracts.Users;
using Waymark.Platform.Security;
using Waymark.Projects.Access;

namespace Waymark.Projects.Members;

/// <summary>Who is to become a member: an id, or an address; without a role a contributor.</summary>
public sealed record AddProjectMemberRequest(Guid? UserId, [property: EmailAddress, StringLength(254)] string? Email, string? Role);

/// <summary>Adds somebody to a project; an address without an account gets an invitation instead.</summary>
internal static class AddProjectMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/members", HandleAsync).RequirePermission(Permissions.ProjectMembersManage)
            .WithName(nameof(AddProjectMember)).WithSummary("Add a member to a project, or invite an address");

    private static Task<Results<CreatedAnswer<ProjectMemberResponse>, Problem>> HandleAsync(
        Guid id, AddProjectMemberRequest request, Caller caller, ProjectsDbContext db, ProjectDoor door, IUserDirectory directory, HttpContext http, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<ProjectMemberResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("project");
            }

            var problem = MemberRules.CheckRole(request.Role, out var role)
                ?? (request.UserId is null == request.Email is null ? Problems.Invalid("userId", "Either userId or email is expected.") : null)
                ?? MemberRules.DemandManage(open, ProjectRoles.Rank(role));
            if (problem is not null)
            {
                return problem;
            }

            var person = request.UserId is { } userId
                ? await directory.FindAsync([userId], ct) is [{ IsErased: false } found] ? found : null
                : await directory.FindByEmailAsync(request.Email!.Trim(), ct);
            return (person, request.Email) switch
            {
                ({ } known, _) => await AddAsync(db, open, known, role, ct),
                (null, { } email) => await InviteAsync(db, open, email.Trim(), role, caller.Id, http, ct),
                _ => Problems.NotFound("person"),
            };
        });

    private static async Task<Results<CreatedAnswer<ProjectMemberResponse>, Problem>> AddAsync(
        ProjectsDbContext db, OpenProject open, DirectoryUser person, string role, CancellationToken ct)
    {
        var project = open.Project;
        if (project.RankOf(person.Id) > 0)
        {
            return Problems.Conflict("already_member", "This person is a member already; change the role there.");
        }

        if (project.Members.Count >= Project.MaxMembers)
        {
            return Problems.Unprocessable("too_many_members", $"A project has at most {Project.MaxMembers} members.");
        }

        db.Projects.Attach(project);
        var draft = project.Draft();
        draft.SetRole(person.Id, role);
        db.Record(project, draft);
        var folded = person.Email.ToLowerInvariant();
        db.Invitations.RemoveRange(await db.Invitations.Where(i => i.ProjectId == project.Id && i.Folded == folded).ToListAsync(ct));
        var member = project.Members.Single(m => m.UserId == person.Id);
        return await db.CommitAsync(
            Answers.Created($"/api/projects/{project.Id}/members/{person.Id}", ProjectMemberResponse.Of(member, person)), ct);
    }

    private static async Task<Results<CreatedAnswer<ProjectMemberResponse>, Problem>> InviteAsync(
        ProjectsDbContext db, OpenProject open, string email, string role, Guid inviterId, HttpContext http, CancellationToken ct)
    {
        var (projectId, folded, now) = (open.Project.Id, email.ToLowerInvariant(), db.Scope.Now);
        var token = OpaqueToken.Create(OpaqueToken.Invitation);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.ProjectId == projectId && i.Folded == folded, ct);
        if (invitation is null)
        {
            invitation = new Invitation { Id = Guid.CreateVersion7(now), ProjectId = projectId, Email = email, Folded = folded, CreatedAt = now };
            db.Invitations.Add(invitation);
        }

        // Inviting an address again makes its earlier link worthless.
        invitation.Renew(role, inviterId, OpaqueToken.HashOf(token), now);
        // Not kept for a repeat by Idempotency-Key: the link is a credential.
        await db.SaveChangesAsync(ct);
        return Answers.Created($"/api/projects/{projectId}/members", ProjectMemberResponse.Of(invitation, PublicLink.To(http, "/invite/" + token)));
    }
}
