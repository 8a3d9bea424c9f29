using Waymark.Communication.Commenting;

namespace Waymark.Communication.Views;

internal static class GetComment
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/comments/{commentId:guid}", HandleAsync).RequirePermission(Permissions.CommentRead)
            .WithName(nameof(GetComment)).WithSummary("Read a comment");

    private static async Task<Results<Answer<CommentResponse>, Problem>> HandleAsync(
        Guid commentId, Caller caller, CommunicationDbContext db, TaskCopies<CommunicationDbContext> tasks, CancellationToken ct) =>
        await OpenComment.FindAsync(db, tasks, commentId, caller.Id, ct) is { } open
            ? Answers.Ok(CommentResponse.Of(open.Comment), open.Comment.Version)
            : Problems.NotFound("comment");
}
