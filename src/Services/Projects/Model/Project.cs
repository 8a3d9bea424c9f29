namespace Waymark.Projects.Model;

/// <summary>
/// A project with its members and workflow: its current state, kept beside the stream of events that explains it. Commands
/// change a draft; the difference becomes events, and only <see cref="Apply"/> writes to the row, live and in a replay.
/// </summary>
internal sealed class Project : IVersioned
{
    public const int MaxNameLength = 200;
    public const int MaxDescriptionLength = 20_000;
    public const int MaxMembers = 5_000;

    /// <summary>
    /// When a project in the making was "deleted": a day that never comes. So every service hides it from the first event on, and it is
    /// not erased by the time that it has been in the trash.
    /// </summary>
    public static readonly DateTimeOffset InTheMaking = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Guid Id { get; init; }

    public Guid WorkspaceId { get; init; }

    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public Guid OwnerId { get; set; }

    /// <summary>The project below which it stands. It stays named here while it lies in the trash, so that both come together again.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>The parent that is not there now, in the trash or erased; known of projects that were read with their surroundings.</summary>
    public Guid? GoneParentId { get; set; }

    /// <summary>The parent as callers see it: one that is not there is none.</summary>
    public Guid? LivingParentId => ParentId == GoneParentId ? null : ParentId;

    public DateOnly? StartDate { get; set; }

    public DateOnly? DueDate { get; set; }

    public string Color { get; set; } = "";

    public string? Icon { get; set; }

    public string TimeZone { get; set; } = "";

    /// <summary>The workflow's states as JSON; read by <see cref="WorkflowStates.Parse"/>.</summary>
    public string WorkflowJson { get; set; } = "";

    /// <summary>Where the tasks go of states that a draft's workflow has no more; told with it, and no part of the row.</summary>
    public IReadOnlyDictionary<string, string>? StatusMapping { get; set; }

    /// <summary>The types of its tasks as JSON; null while they are the usual ones.</summary>
    public string? TaskTypesJson { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the last event happened.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    public long Version { get; set; }

    public List<ProjectMember> Members { get; private set; } = [];

    public string PartitionKey => $"project:{Id}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>As it stands on the wire; the trash hides whether a project was archived before.</summary>
    public string State => DeletedAt is not null ? ProjectState.Deleted : ArchivedAt is not null ? ProjectState.Archived : ProjectState.Active;

    /// <summary>Whether it is being made from a template: nobody sees it before all of it is there, not even in the trash.</summary>
    public bool IsInTheMaking => DeletedAt == InTheMaking;

    /// <summary>A copy to change.</summary>
    public Project Draft()
    {
        var draft = (Project)MemberwiseClone();
        draft.Members = Members.ConvertAll(m => m.Copy());
        return draft;
    }

    /// <summary>The rank of a member, 0 for anybody else.</summary>
    public int RankOf(Guid userId) => Members.Find(m => m.UserId == userId)?.Rank ?? 0;

    /// <summary>Whether the project would have no owner without this one.</summary>
    public bool IsLastOwner(Guid userId) =>
        RankOf(userId) == ProjectMember.OwnerRank && Members.Count(m => m.Rank == ProjectMember.OwnerRank) == 1;

    /// <summary>Gives a role to somebody, member or not.</summary>
    public void SetRole(Guid userId, string role)
    {
        var rank = (short)ProjectRoles.Rank(role);
        if (Members.Find(m => m.UserId == userId) is { } member)
        {
            member.Rank = rank;
        }
        else
        {
            Members.Add(new ProjectMember { ProjectId = Id, UserId = userId, Rank = rank });
        }

        NameOwner();
    }

    /// <summary>Ends a membership.</summary>
    public void Remove(Guid userId)
    {
        Members.RemoveAll(m => m.UserId == userId);
        NameOwner();
    }

    /// <summary>Makes somebody the owner in the place of the one who is.</summary>
    public void HandOver(Guid userId)
    {
        var former = OwnerId;
        SetRole(userId, ProjectRoles.Owner);
        OwnerId = userId;
        if (former != userId && RankOf(former) > 0)
        {
            SetRole(former, ProjectRoles.Manager);
        }
    }

    /// <summary>Applies one event of the stream: pure, the same for the live row and for a replay.</summary>
    public void Apply(StreamEvent e)
    {
        ProjectFields.Table.Apply(e.Changes, this);
        MemberChanges.Apply(e.Changes, this, e.At);
        Version = e.Version;
        UpdatedAt = e.At;
        if (e.Type == ProjectEventTypes.Created)
        {
            CreatedAt = e.At;
        }
    }

    /// <summary>When the owner has gone or was made less, the longest-standing other owner takes the place.</summary>
    private void NameOwner()
    {
        if (RankOf(OwnerId) != ProjectMember.OwnerRank && Members.Where(m => m.Rank == ProjectMember.OwnerRank).MinBy(m => m.JoinedAt) is { } next)
        {
            OwnerId = next.UserId;
        }
    }
}
