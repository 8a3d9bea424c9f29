namespace Waymark.Projects.Model;

/// <summary>A member of a project; the role's rank is 1 (viewer) to 4 (owner).</summary>
internal sealed class ProjectMember
{
    public const short OwnerRank = 4;

    public required Guid ProjectId { get; init; }

    public required Guid UserId { get; init; }

    public required short Rank { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public string Role => ProjectRoles.OfRank(Rank);

    public ProjectMember Copy() => (ProjectMember)MemberwiseClone();
}
