namespace Waymark.Communication.Commenting;

/// <summary>The author or a manager of the project takes a comment's text away; its place in the thread stays.</summary>
internal static class DeleteComment
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/comments/{commentId:guid}", HandleAsync).RequirePermission(Permissions.CommentWrite)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(DeleteComment)).WithSummary("Delete a comment");

    private static Task<Results<Deleted, Problem>> HandleAsync(
        Guid commentId, IfMatch ifMatch, Caller caller, CommunicationDbContext db, TaskCopies<CommunicationDbContext> tasks, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await OpenComment.FindAsync(db, tasks, commentId, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("comment");
            }

            var comment = open.Comment;
            var permission = comment.AuthorId == caller.Id ? Permissions.CommentWrite : Permissions.CommentModerate;
            if ((open.Access.DemandWrite(permission) ?? ifMatch.Check(comment.Version)) is { } refused)
            {
                return refused;
            }

            db.Comments.Attach(comment);
            comment.Delete(db.Scope.Now);
            db.Publish(comment, new CommentDeleted(comment.Id, comment.TaskId, comment.ProjectId, comment.AuthorId, comment.ParentId,
                CommentChanges.Deletion(comment)));
            await db.SaveChangesAsync(ct);
            return Answers.Deleted();
        });
}
