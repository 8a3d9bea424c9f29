namespace Waymark.Users.Model;

/// <summary>
/// A tenant: a team's, or the one that every person has, whose id is the person's. Its members are part of it: every event
/// carries them, and its version guards them.
/// </summary>
internal sealed class Workspace : IVersioned
{
    public const int MaxNameLength = 100;
    public const int MaxMembers = 5_000;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    public required bool IsPersonal { get; init; }

    public required string TimeZone { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    public long Version { get; set; }

    public List<WorkspaceMember> Members { get; } = [];

    public string Kind => IsPersonal ? "personal" : "team";

    public string PartitionKey => $"workspace:{Id}";

    public Guid? TenantId => Id;

    /// <summary>The workspace of one person.</summary>
    public static Workspace Personal(Profile person, DateTimeOffset now)
    {
        var workspace = new Workspace
        {
            Id = person.Id,
            Name = $"{person.DisplayName[..Math.Min(person.DisplayName.Length, MaxNameLength - 12)]}'s workspace",
            Slug = person.Id.ToString("N"),
            IsPersonal = true,
            TimeZone = person.TimeZone,
            CreatedAt = now,
        };
        workspace.SetRole(person.Id, WorkspaceRoles.Owner, now);
        return workspace;
    }

    /// <summary>The rank of a member, 0 for anybody else.</summary>
    public int RankOf(Guid userId) => Find(userId)?.Rank ?? 0;

    public WorkspaceMember? Find(Guid userId) => Members.Find(m => m.UserId == userId);

    /// <summary>Whether the workspace would have no owner without this one.</summary>
    public bool IsLastOwner(Guid userId) =>
        RankOf(userId) == WorkspaceMember.OwnerRank && Members.Count(m => m.Rank == WorkspaceMember.OwnerRank) == 1;

    /// <summary>Gives a role to somebody, member or not.</summary>
    public void SetRole(Guid userId, string role, DateTimeOffset now)
    {
        var rank = (short)WorkspaceRoles.Rank(role);
        if (Find(userId) is { } member)
        {
            member.Rank = rank;
        }
        else
        {
            Members.Add(new WorkspaceMember { WorkspaceId = Id, UserId = userId, Rank = rank, JoinedAt = now });
        }
    }

    public void Remove(Guid userId) => Members.RemoveAll(m => m.UserId == userId);

    /// <summary>The small state for other services.</summary>
    public WorkspaceState State(long version) => new(
        Id, Name, Slug, Kind, TimeZone, Members.ConvertAll(m => new WorkspaceMemberState(m.UserId, m.Role)), DeletedAt is not null, version);
}

/// <summary>A member of a workspace; the role's rank is 1 (guest) to 4 (owner).</summary>
internal sealed class WorkspaceMember
{
    public const short OwnerRank = 4;

    public required Guid WorkspaceId { get; init; }

    public required Guid UserId { get; init; }

    public required short Rank { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    public string Role => WorkspaceRoles.OfRank(Rank);
}

/// <summary>An erased person who was a member once: the others still see whose comments they read.</summary>
internal sealed class FormerMember
{
    public required Guid WorkspaceId { get; init; }

    public required Guid UserId { get; init; }
}
