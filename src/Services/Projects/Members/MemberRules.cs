using Waymark.Projects.Access;

namespace Waymark.Projects.Members;

/// <summary>What holds for every change of a project's members.</summary>
internal static class MemberRules
{
    /// <summary>The role to give: contributor when none is named.</summary>
    public static Problem? CheckRole(string? given, out string role)
    {
        role = given ?? ProjectRoles.Contributor;
        return ProjectRoles.Rank(role) > 0 ? null : Problems.Invalid("role", $"One of {string.Join(", ", ProjectRoles.All)} is expected.");
    }

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

    /// <summary>A project is never without an owner.</summary>
    public static Problem LastOwner { get; } = Problems.Unprocessable("last_owner", "A project needs an owner; hand it over first.");
}
