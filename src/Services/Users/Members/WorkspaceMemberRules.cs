using Waymark.Users.Access;

namespace Waymark.Users.Members;

/// <summary>What holds for every change of a workspace's members.</summary>
internal static class WorkspaceMemberRules
{
    /// <summary>A workspace is never without an owner.</summary>
    public static readonly ProblemKind LastOwner = ProblemKind.Unprocessable("last_owner", "A workspace needs an owner; make somebody else one first.");

    public static readonly ProblemKind PersonalWorkspace = ProblemKind.Unprocessable("personal_workspace", "A personal workspace belongs to its person, and lives as long as the account.");

    public static readonly ProblemKind TooManyMembers = ProblemKind.Unprocessable("too_many_members", $"A workspace has at most {Workspace.MaxMembers} members, open invitations included.");

    public static readonly ProblemKind AlreadyMember = ProblemKind.Conflict("already_member", "This person is a member already; change the role there.");

    /// <summary>Admins manage everybody but owners: only an owner makes one, or changes what one is.</summary>
    public static Problem? DemandManage(OpenWorkspace open, params ReadOnlySpan<int> ranks)
    {
        if (open.Demand(Permissions.WorkspaceMembersManage) is { } refused)
        {
            return refused;
        }

        return ranks.Contains(WorkspaceMember.OwnerRank) && open.Rank < WorkspaceMember.OwnerRank
            ? Problems.Forbidden("Only an owner of the workspace can make somebody an owner or change what an owner is.")
            : null;
    }

    /// <summary>The person behind a personal workspace is its only owner.</summary>
    public static Problem? CheckOwner(Workspace workspace, string role) => workspace.IsPersonal && role == WorkspaceRoles.Owner
        ? PersonalWorkspace.Because("A personal workspace has one owner: its person.")
        : null;
}
