namespace Waymark.Projects.Access;

/// <summary>A project with its members, and what the caller may do in it: 1 (viewer) to 4 (owner).</summary>
internal sealed record OpenProject(Project Project, int Rank)
{
    public static readonly ProblemKind ProjectArchived =
        ProblemKind.Unprocessable("project_archived", "The project is archived; take it out of the archive to change anything in it.");

    /// <summary>The problem of a caller whose rank does not give the permission; null when it does.</summary>
    public Problem? Demand(string permission) => Rank >= Permissions.MinimumProjectRank[permission]
        ? null
        : Problems.Forbidden($"Your role in {Project.Key} does not allow this ({permission}); a manager of the project can change it.");

    /// <summary>Like <see cref="Demand"/>, for an act that changes something: an archived project refuses it.</summary>
    public Problem? DemandWrite(string permission) => Demand(permission) ?? (Project.ArchivedAt is null
        ? null
        : ProjectArchived.Because($"{Project.Key} is archived; take it out of the archive to change anything in it."));
}
