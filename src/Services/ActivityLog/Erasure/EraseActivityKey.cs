using Waymark.ActivityLog.Recording;
using Waymark.Contracts.ActivityLog;
using Waymark.Contracts.Users;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.ActivityLog.Erasure;

/// <summary>
/// Deletes the key under which everything about a person is recorded. The entries stay as they are, unreadable, so the chain
/// still verifies.
/// </summary>
internal sealed class EraseActivityKey(ActivityLogDbContext db, PersonKeys keys, AfterCommit afterCommit) : IEventHandler<AccountAnonymised>
{
    public async Task HandleAsync(AccountAnonymised e, EventContext context, CancellationToken ct)
    {
        await PersonKeys.EraseAsync(db, e.UserId, ct);
        afterCommit.Do(() => keys.Forget(e.UserId));
        await db.EraseTracesAsync(new MessageTrace(
            e.UserId, ErasedPerson.EventKeys(e.UserId), [], ErasedPerson.MentionPattern(e.UserId), ErasedPerson.Mention(e.UserId)), ct);
        db.PublishAlone("account", new ActivityKeyErased(e.UserId, e.ErasureId));
        await db.SaveChangesAsync(ct);
    }
}
