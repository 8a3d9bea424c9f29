using Waymark.Projects.Access;

namespace Waymark.Projects.Members;

/// <summary>What holds for every change of a project's members.</summary>
internal static class MemberRules
{
    /// <summary>A project is never without an owner.</summary>
    public static readonly ProblemKind LastOwner = ProblemKind.Unprocessable("last_owner", "A project needs an owner; hand it over first.");

    public static readonly ProblemKind TooManyMembers = ProblemKind.Unprocessable("too_many_members", $"A project has at most {Project.MaxMembers} members, open invitations included.");

    /// <summary>Managers manage everybody but owners: only an owner makes one, or changes what one is.</summary>
    public static Problem? DemandManage(OpenProject open, params ReadOnlySpan<int> ranks)
    {
        if (open.DemandWrite(Permissions.ProjectMembersManage) is { } refused)
        {
            return refused;
        }

        return ranks.Contains(ProjectMember.OwnerRank) && open.Rank < ProjectMember.OwnerRank
            ? Problems.Forbidden("Only an owner of the project can make somebody an owner or change what an owner is.")
            : null;
    }
}
