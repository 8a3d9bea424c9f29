using System.Text.RegularExpressions;
using Waymark.Communication.Commenting;
using Waymark.Contracts.Users;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Communication.Erasure;

/// <summary>
/// Takes an erased person's name out of all mentions. What they wrote stays, it belongs to the project; comments of projects that
/// are gone are erased.
/// </summary>
internal sealed class EraseMentions(CommunicationDbContext db) : IEventHandler<AccountDetached>
{
    public async Task HandleAsync(AccountDetached e, EventContext context, CancellationToken ct)
    {
        await EraseComments.EraseProjectsAsync(db, [.. e.ErasedProjectIds], ct);
        await RewriteAsync(e.UserId, ct);
        await db.EraseTracesAsync(new MessageTrace(
            e.UserId, ErasedPerson.EventKeys(e.UserId), e.ErasedProjectIds, ErasedPerson.MentionPattern(e.UserId), ErasedPerson.Mention(e.UserId)), ct);
        db.PublishAlone("account", new MentionsErased(e.UserId, e.ErasureId));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An event tells of each, so that whoever shows or keeps a body has the new one; it is no edit of its author's.</summary>
    private async Task RewriteAsync(Guid userId, CancellationToken ct)
    {
        var target = $"%(user:{userId})%";
        var mention = new Regex(ErasedPerson.MentionPattern(userId), RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
        foreach (var comment in await db.Comments.Where(c => EF.Functions.ILike(c.Body!, target)).ToListAsync(ct))
        {
            var body = mention.Replace(comment.Body!, ErasedPerson.Mention(userId));
            if (body != comment.Body)
            {
                comment.Body = body;
                db.Publish(comment, new CommentUpdated(
                    comment.Id, comment.TaskId, comment.ProjectId, comment.AuthorId, comment.ParentId, CommentChanges.Body(comment)));
            }
        }
    }
}
