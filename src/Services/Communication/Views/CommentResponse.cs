namespace Waymark.Communication.Views;

/// <summary>A comment as callers see it; a deleted one has no body.</summary>
public sealed record CommentResponse(Guid Id, Guid TaskId, Guid? ParentId, Guid AuthorId, string? Body, IReadOnlyList<Guid> MentionedUserIds,
    DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, DateTimeOffset? DeletedAt, long Version)
{
    internal static CommentResponse Of(Comment c) =>
        new(c.Id, c.TaskId, c.ParentId, c.AuthorId, c.Body, c.MentionedUserIds, c.CreatedAt, c.EditedAt, c.DeletedAt, c.Version);
}
