using Waymark.Contracts.Identity;
using Waymark.Platform.Http;

namespace Waymark.Membership;

/// <summary>What the caller may do in a project.</summary>
/// <param name="Project">The copy of the project.</param>
/// <param name="Rank">The caller's rank, 1 (viewer) to 4 (owner).</param>
public sealed record Access(ProjectCopy Project, int Rank)
{
    /// <summary>Whether the rank gives the permission.</summary>
    public static bool Allows(int rank, string permission) => rank >= Permissions.MinimumProjectRank[permission];

    /// <summary>The problem of a caller whose rank does not give the permission; null when it does.</summary>
    public Problem? Demand(string permission)
    {
        if (!Allows(Rank, permission))
        {
            return Problems.Forbidden($"Your role in {Project.Key} does not allow this ({permission}); a manager of the project can change it.");
        }

        return null;
    }

    /// <summary>Like <see cref="Demand"/>, for an act that changes something: an archived project refuses it.</summary>
    public Problem? DemandWrite(string permission) =>
        Demand(permission) ?? (Project.IsArchived ? Archived(Project.Key) : null);

    /// <summary>Everything in an archived project is read only.</summary>
    public static readonly ProblemKind ProjectArchived = ProblemKind.Unprocessable("project_archived", "The project is archived; take it out of the archive to change anything in it.");

    /// <summary>422 <c>project_archived</c>.</summary>
    public static Problem Archived(string key) => ProjectArchived.Because($"{key} is archived; take it out of the archive to change anything in it.");
}
