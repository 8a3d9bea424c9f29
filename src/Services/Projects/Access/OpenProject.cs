namespace Waymark.Projects.Access;

/// <summary>A project with its members, and what the caller may do in it: 1 (viewer) to 4 (owner).</summary>
internal sealed record OpenProject(Project Project, int Rank)
{
    /// <summary>The problem of a caller whose rank does not give the permission; null when it does.</summary>
    public Problem? Demand(string permission) => Rank >= Permissions.MinimumProjectRank[permission]
        ? null
        : Problems.Forbidden($"Your role in {Project.Key} does not allow this ({permission}); a manager of the project can change it.");

    /// <summary>Like <see cref="Demand"/>, for an act that changes something: an archived project refuses it.</summary>
    public Problem? DemandWrite(string permission) => Demand(permission) ?? (Project.ArchivedAt is null
        ? null
        : Problems.Unprocessable("project_archived", $"{Project.Key} is archived; take it out of the archive to change anything in it."));
}
