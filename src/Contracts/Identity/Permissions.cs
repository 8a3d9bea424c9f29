namespace Waymark.Contracts.Identity;

/// <summary>
/// What an endpoint may demand. Every endpoint declares exactly one. <c>public</c> and <c>signed_in</c> need no role;
/// the others are decided by the role that the caller holds in the project, the workspace or the platform.
/// </summary>
public static class Permissions
{
    /// <summary>Anyone, without a token.</summary>
    public const string Public = "public";

    /// <summary>Anyone with a valid token; the endpoint shows only what is the caller's own.</summary>
    public const string SignedIn = "signed_in";

    public const string WorkspaceRead = "workspaces.read";
    public const string WorkspaceEdit = "workspaces.edit";
    public const string WorkspaceMembersManage = "workspaces.members.manage";
    public const string WorkspaceDelete = "workspaces.delete";

    public const string ProjectCreate = "projects.create";
    public const string ProjectRead = "projects.read";
    public const string ProjectEdit = "projects.edit";
    public const string ProjectDelete = "projects.delete";
    public const string ProjectMembersManage = "projects.members.manage";
    public const string ProjectTransfer = "projects.transfer";

    public const string GoalRead = "goals.read";

    /// <summary>To make and change goals; to delete those of others takes more.</summary>
    public const string GoalEdit = "goals.edit";

    public const string TaskRead = "tasks.read";
    public const string TaskEdit = "tasks.edit";

    public const string ViewRead = "views.read";

    /// <summary>To keep views of one's own; to share them takes more.</summary>
    public const string ViewEdit = "views.edit";

    public const string CommentRead = "comments.read";
    public const string CommentWrite = "comments.write";

    /// <summary>To delete the comments of others.</summary>
    public const string CommentModerate = "comments.moderate";

    public const string ActivityRead = "activity.read";

    /// <summary>Platform administrators only.</summary>
    public const string OperationsRead = "operations.read";

    /// <summary>Platform administrators only: to replay and discard dead letters.</summary>
    public const string OperationsManage = "operations.manage";

    /// <summary>What each project role may do; a stronger role may do all that a weaker one may.</summary>
    public static readonly IReadOnlyDictionary<string, int> MinimumProjectRank = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [ProjectRead] = 1,
        [TaskRead] = 1,
        [ViewRead] = 1,
        [ViewEdit] = 1,
        [CommentRead] = 1,
        [ActivityRead] = 1,
        [CommentWrite] = 2,
        [TaskEdit] = 2,
        [ProjectEdit] = 3,
        [ProjectMembersManage] = 3,
        [CommentModerate] = 3,
        [ProjectDelete] = 4,
        [ProjectTransfer] = 4,
    };

    /// <summary>What each workspace role may do: 1 guest, 2 member, 3 admin, 4 owner.</summary>
    public static readonly IReadOnlyDictionary<string, int> MinimumWorkspaceRank = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [WorkspaceRead] = 1,
        [GoalRead] = 1,
        [ProjectCreate] = 2,
        [GoalEdit] = 2,
        [WorkspaceEdit] = 3,
        [WorkspaceMembersManage] = 3,
        [WorkspaceDelete] = 4,
    };
}
