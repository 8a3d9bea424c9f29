using Waymark.Contracts.Users;
using Waymark.Projects.Access;

namespace Waymark.Projects.Members;

public sealed record ChangeProjectMemberRequest([property: Required, OneOf(typeof(ProjectRoles))] string? Role);

internal static class ChangeProjectMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/projects/{id:guid}/members/{userId:guid}", HandleAsync).RequirePermission(Permissions.ProjectMembersManage)
            .MayRefuse(OpenProject.ProjectArchived, MemberRules.LastOwner).WithName(nameof(ChangeProjectMember)).WithSummary("Give a member another role");

    private static async Task<Results<Answer<ProjectMemberResponse>, Problem>> HandleAsync(
        Guid id, Guid userId, ChangeProjectMemberRequest request, Caller caller, ProjectChange change, IUserDirectory directory, CancellationToken ct)
    {
        var role = request.Role!;
        var person = await directory.FindAsync([userId], ct) is [var found] ? found : null;
        return await change.RunAsync(id, caller.Id, (open, draft) =>
        {
            var rank = draft.RankOf(userId);
            if (MemberRules.DemandManage(open, rank, ProjectRoles.Rank(role)) is { } refused)
            {
                return refused;
            }

            if (rank == 0)
            {
                return Problems.NotFound("member");
            }

            if (role != ProjectRoles.Owner && draft.IsLastOwner(userId))
            {
                return MemberRules.LastOwner.Because();
            }

            draft.SetRole(userId, role);
            return null;
        }, open => Answers.Ok(ProjectMemberResponse.Of(open.Project.Members.Single(m => m.UserId == userId), person)), ct);
    }
}
