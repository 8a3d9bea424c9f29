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

    /// <summary>Owners and admins may do in every project of the workspace what its managers may.</summary>
    public static bool ManagesProjects(string role) => role is Owner or Admin;
}
