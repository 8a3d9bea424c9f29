namespace Waymark.Communication.Model;

/// <summary>A comment on a task, or a reply to one.</summary>
internal sealed class Comment : IVersioned
{
    public const int MaxBodyLength = 20_000;

    public required Guid Id { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public Guid? ParentId { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>Markdown exactly as it was typed; null once the comment is deleted.</summary>
    public required string? Body { get; set; }

    /// <summary>The people mentioned in the body who may see the project.</summary>
    public Guid[] MentionedUserIds { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public long Version { get; set; }

    public string PartitionKey => $"comment:{Id}";

    public Guid? TenantId => WorkspaceId;

    /// <summary>Takes the text away and leaves the place.</summary>
    public void Delete(DateTimeOffset now)
    {
        Body = null;
        MentionedUserIds = [];
        DeletedAt = now;
    }
}
