using Waymark.Projects.Access;
using Waymark.Projects.Members;
using Waymark.Projects.Views;

namespace Waymark.Projects.Invitations;

/// <summary>Takes the place that an invitation keeps. The link is the right: it need not be the invited address that signs in.</summary>
internal static class AcceptInvitation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/invitations/{token}/accept", HandleAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(OpenProject.ProjectArchived, MemberRules.TooManyMembers).WithName(nameof(AcceptInvitation)).WithSummary("Accept an invitation to a project");

    private static Task<Results<Answer<ProjectResponse>, Problem>> HandleAsync(
        string token, Caller caller, ProjectsDbContext db, ProjectDoor door, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<ProjectResponse>, Problem>>(async () =>
        {
            if (await GetInvitation.FindAsync(db, token, ct) is not { } invitation
                || await door.ReadAsync(invitation.ProjectId, caller.Id, ct) is not { Project: { DeletedAt: null } project } open)
            {
                return GetInvitation.Missing;
            }

            var invited = open with { Rank = Math.Max(open.Rank, invitation.Rank) };
            if (invited.DemandWrite(Permissions.ProjectRead) is { } refused)
            {
                return refused;
            }

            if (project.RankOf(caller.Id) == 0 && project.Members.Count >= Project.MaxMembers)
            {
                return MemberRules.TooManyMembers.Because();
            }

            db.Invitations.Remove(invitation);
            db.Projects.Attach(project);
            // A member rises by an invitation; nobody falls.
            if (project.RankOf(caller.Id) < invitation.Rank)
            {
                var draft = project.Draft();
                draft.SetRole(caller.Id, ProjectRoles.OfRank(invitation.Rank));
                db.Record(project, draft);
            }

            return await db.CommitAsync(ProjectResponse.AnswerOf(invited), ct);
        });
}
