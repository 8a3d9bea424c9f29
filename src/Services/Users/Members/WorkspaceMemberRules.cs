using Waymark.Users.Access;

namespace Waymark.Users.Members;

/// <summary>What holds for every change of a workspace's members.</summary>
internal static class WorkspaceMemberRules
{
    /// <summary>The role to give: member when none is named.</summary>
    public static Problem? CheckRole(string? given, out string role)
    {
        role = given ?? WorkspaceRoles.Member;
        return WorkspaceRoles.Rank(role) > 0 ? null : Problems.Invalid("role", $"One of {string.Join(", ", WorkspaceRoles.All)} is expected.");
    }

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
        ? Problems.Unprocessable("personal_workspace", "A personal workspace has one owner: its person.")
        : null;

    /// <summary>A workspace is never without an owner.</summary>
    public static Problem LastOwner { get; } = Problems.Unprocessable("last_owner", "A workspace needs an owner; make somebody else one first.");
}
