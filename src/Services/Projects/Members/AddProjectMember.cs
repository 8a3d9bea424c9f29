using Waymark.Contracts.Users;
using Waymark.Projects.Access;
using Waymark.Projects.Invitations;

namespace Waymark.Projects.Members;

/// <summary>Who is to become a member: an id, or an address; without a role a contributor.</summary>
public sealed record AddProjectMemberRequest(Guid? UserId, [property: EmailAddress, StringLength(254)] string? Email, [property: OneOf(typeof(ProjectRoles))] string? Role);

/// <summary>Adds somebody to a project; an address without an account gets an invitation instead.</summary>
internal static class AddProjectMember
{
    private static readonly ProblemKind AlreadyMember = ProblemKind.Conflict("already_member", "This person is a member already; change the role there.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/members", HandleAsync).RequirePermission(Permissions.ProjectMembersManage)
            .MayRefuse(OpenProject.ProjectArchived, AlreadyMember, MemberRules.TooManyMembers).WithName(nameof(AddProjectMember)).WithSummary("Add a member to a project, or invite an address");

    private static Task<Results<CreatedAnswer<ProjectMemberResponse>, Problem>> HandleAsync(
        Guid id, AddProjectMemberRequest request, Caller caller, ProjectsDbContext db, ProjectDoor door, IUserDirectory directory, InviteAddress inviting, HttpContext http, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<ProjectMemberResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("project");
            }

            var role = request.Role ?? ProjectRoles.Contributor;
            var problem = (request.UserId is null == request.Email is null ? Problems.Invalid("userId", "Either userId or email is expected.") : null)
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
                (null, { } email) => await inviting.InviteAsync(open, email.Trim(), role, caller.Id, http, ct),
                _ => Problems.NotFound("person"),
            };
        });

    private static async Task<Results<CreatedAnswer<ProjectMemberResponse>, Problem>> AddAsync(
        ProjectsDbContext db, OpenProject open, DirectoryUser person, string role, CancellationToken ct)
    {
        var project = open.Project;
        if (project.RankOf(person.Id) > 0)
        {
            return AlreadyMember.Because();
        }

        if (project.Members.Count >= Project.MaxMembers)
        {
            return MemberRules.TooManyMembers.Because();
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
}
