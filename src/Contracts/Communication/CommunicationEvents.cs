using Waymark.Contracts.Users;

namespace Waymark.Contracts.Communication;

/// <summary>What every event of a comment carries. Key <c>comment:&lt;id&gt;</c>.</summary>
public abstract record CommentEvent(Guid CommentId, Guid TaskId, Guid ProjectId, Guid AuthorId, Guid? ParentId,
    FieldChanges Changes) : ITaskEvent, IChangeEvent;

/// <summary>
/// Somebody commented on a task. The body stands in <c>changes.body.to</c>; <paramref name="MentionedUserIds"/> are told by
/// <see cref="UserMentioned"/>.
/// </summary>
[EventName("comment.created")]
public sealed record CommentCreated(Guid CommentId, Guid TaskId, Guid ProjectId, Guid AuthorId, Guid? ParentId,
    FieldChanges Changes, IReadOnlyList<Guid>? MentionedUserIds = null) : CommentEvent(CommentId, TaskId, ProjectId, AuthorId, ParentId, Changes);

/// <summary>The author edited a comment.</summary>
[EventName("comment.updated")]
public sealed record CommentUpdated(Guid CommentId, Guid TaskId, Guid ProjectId, Guid AuthorId, Guid? ParentId,
    FieldChanges Changes) : CommentEvent(CommentId, TaskId, ProjectId, AuthorId, ParentId, Changes);

/// <summary>A comment was deleted; its place in the thread stays.</summary>
[EventName("comment.deleted")]
public sealed record CommentDeleted(Guid CommentId, Guid TaskId, Guid ProjectId, Guid AuthorId, Guid? ParentId,
    FieldChanges Changes) : CommentEvent(CommentId, TaskId, ProjectId, AuthorId, ParentId, Changes);

/// <summary>Somebody was mentioned for the first time in a comment. Key <c>comment:&lt;id&gt;</c>.</summary>
[EventName("user.mentioned")]
public sealed record UserMentioned(Guid UserId, Guid CommentId, Guid TaskId, Guid ProjectId, string TaskKey, string TaskTitle) : ITaskEvent;

/// <summary>Communication's answer to <see cref="AccountDetached"/>: mentions have no name any more, and the comments of erased projects are gone.</summary>
[EventName("mentions.erased")]
public sealed record MentionsErased(Guid UserId, Guid ErasureId) : ErasureEvent(UserId, ErasureId);
