using Waymark.Communication.Views;

namespace Waymark.Communication.Commenting;

/// <summary>The author, and nobody else, changes what a comment says; PUT and PATCH end in the same change.</summary>
internal static class EditComment
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/comments/{commentId:guid}", ReplaceAsync).RequirePermission(Permissions.CommentWrite)
            .MayRefuse(Access.ProjectArchived).WithName("ReplaceComment").WithSummary("Replace the text of an own comment");
        routes.MapPatch("/api/comments/{commentId:guid}", PatchAsync).RequirePermission(Permissions.CommentWrite)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(EditComment)).WithSummary("Change the text of an own comment");
    }

    private static Task<Results<Answer<CommentResponse>, Problem>> ReplaceAsync(
        Guid commentId, CommentInput request, IfMatch ifMatch, Caller caller,
        CommunicationDbContext db, MentionedPeople people, TaskCopies<CommunicationDbContext> tasks, CancellationToken ct) =>
        ChangeAsync(commentId, _ => request, ifMatch, caller, db, people, tasks, ct);

    private static Task<Results<Answer<CommentResponse>, Problem>> PatchAsync(
        Guid commentId, MergePatch<CommentInput> patch, IfMatch ifMatch, Caller caller,
        CommunicationDbContext db, MentionedPeople people, TaskCopies<CommunicationDbContext> tasks, CancellationToken ct) =>
        ChangeAsync(commentId, comment => patch.ApplyTo(new CommentInput { Body = comment.Body }), ifMatch, caller, db, people, tasks, ct);

    private static Task<Results<Answer<CommentResponse>, Problem>> ChangeAsync(
        Guid commentId, Func<Comment, CommentInput> inputOf, IfMatch ifMatch, Caller caller,
        CommunicationDbContext db, MentionedPeople people, TaskCopies<CommunicationDbContext> tasks, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<CommentResponse>, Problem>>(async () =>
        {
            if (await OpenComment.FindAsync(db, tasks, commentId, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("comment");
            }

            var comment = open.Comment;
            if (comment.AuthorId != caller.Id)
            {
                return Problems.Forbidden("Only its author may change a comment.");
            }

            if ((open.Access.DemandWrite(Permissions.CommentWrite) ?? ifMatch.Check(comment.Version)) is { } refused)
            {
                return refused;
            }

            var input = inputOf(comment);
            if (Shape.Check(input) is { } errors)
            {
                return Problems.Invalid(errors);
            }

            if (input.Body != comment.Body)
            {
                await SaveAsync(db, people, open, input.Body!, ct);
            }

            return Answers.Ok(CommentResponse.Of(comment), comment.Version);
        });

    private static async Task SaveAsync(
        CommunicationDbContext db, MentionedPeople people, OpenComment open, string body, CancellationToken ct)
    {
        var comment = open.Comment;
        var before = comment.MentionedUserIds;
        var mentioned = await people.InAsync(body, comment.ProjectId, ct);
        db.Comments.Attach(comment);
        comment.Body = body;
        comment.MentionedUserIds = mentioned;
        comment.EditedAt = db.Scope.Now;
        db.Publish(comment, new CommentUpdated(comment.Id, comment.TaskId, comment.ProjectId, comment.AuthorId, comment.ParentId,
            CommentChanges.Body(comment)));
        MentionedPeople.Tell(db, comment, open.Task, before);
        await db.SaveChangesAsync(ct);
    }
}
