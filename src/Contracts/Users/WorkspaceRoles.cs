namespace Waymark.Contracts.Users;

/// <summary>The roles of a workspace, as they stand on the wire.</summary>
public static class WorkspaceRoles
{
    public const string Owner = "owner";
    public const string Admin = "admin";
    public const string Member = "member";
    public const string Guest = "guest";

    /// <summary>All roles, strongest first.</summary>
    public static readonly IReadOnlyList<string> All = [Owner, Admin, Member, Guest];

    /// <summary>Strength for comparison: 1 (guest) to 4 (owner), 0 for anything else.</summary>
    public static int Rank(string? role) => role switch
    {
        Owner => 4,
        Admin => 3,
        Member => 2,
        Guest => 1,
        _ => 0,
    };

    /// <summary>The role of a rank between 1 and 4.</summary>
    public static string OfRank(int rank) => All[All.Count - rank];

    /// <summary>Owners and admins may do in every project of the workspace what its managers may.</summary>
    public static bool ManagesProjects(string role) => role is Owner or Admin;
}
