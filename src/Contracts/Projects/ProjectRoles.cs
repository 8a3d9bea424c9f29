namespace Waymark.Contracts.Projects;

/// <summary>The roles of a project, as they stand on the wire.</summary>
public static class ProjectRoles
{
    public const string Owner = "owner";
    public const string Manager = "manager";
    public const string Contributor = "contributor";
    public const string Viewer = "viewer";

    /// <summary>All roles, strongest first.</summary>
    public static readonly IReadOnlyList<string> All = [Owner, Manager, Contributor, Viewer];

    /// <summary>Strength for comparison: 1 (viewer) to 4 (owner), 0 for anything else.</summary>
    public static int Rank(string? role) => role switch
    {
        Owner => 4,
        Manager => 3,
        Contributor => 2,
        Viewer => 1,
        _ => 0,
    };

    /// <summary>The role of a rank between 1 and 4.</summary>
    public static string OfRank(int rank) => All[All.Count - rank];
}
