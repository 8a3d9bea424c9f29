using Waymark.Communication.Views;

namespace Waymark.Communication.Commenting;

public sealed record AddCommentRequest : CommentInput
{
    /// <summary>The comment that this one answers, on the same task.</summary>
    public Guid? ParentId { get; init; }
}

internal static class AddComment
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/{taskId:guid}/comments", HandleAsync).RequirePermission(Permissions.CommentWrite)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(AddComment)).WithSummary("Comment on a task, or reply to a comment");

    private static Task<Results<CreatedAnswer<CommentResponse>, Problem>> HandleAsync(
        Guid taskId, AddCommentRequest request, Caller caller,
        CommunicationDbContext db, MentionedPeople people, TaskCopies<CommunicationDbContext> tasks, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<CommentResponse>, Problem>>(async () =>
        {
            if (await tasks.FindAsync(taskId, caller.Id, ct) is not { } task)
            {
                return Problems.NotFound("task");
            }

            if (task.Access.DemandWrite(Permissions.CommentWrite) is { } refused)
            {
                return refused;
            }

            if (request.ParentId is { } parentId && !await db.Comments.AnyAsync(c => c.Id == parentId && c.TaskId == taskId, ct))
            {
                return Problems.NotFound("comment");
            }

            var now = db.Scope.Now;
            var comment = new Comment
            {
                Id = Guid.CreateVersion7(now),
                TaskId = taskId,
                ProjectId = task.Task.ProjectId,
                WorkspaceId = task.Access.Project.WorkspaceId,
                ParentId = request.ParentId,
                AuthorId = caller.Id,
                Body = request.Body,
                MentionedUserIds = await people.InAsync(request.Body!, task.Task.ProjectId, ct),
                CreatedAt = now,
            };
            db.Comments.Add(comment);
            db.Publish(comment, new CommentCreated(comment.Id, taskId, comment.ProjectId, caller.Id, comment.ParentId,
                CommentChanges.Body(comment), comment.MentionedUserIds));
            MentionedPeople.Tell(db, comment, task, before: []);
            return await db.CommitAsync(Answers.Created($"/api/comments/{comment.Id}", CommentResponse.Of(comment), comment.Version), ct);
        });
}
