using Npgsql;
using Waymark.Contracts.Notifications;
using Waymark.Contracts.Users;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Notifications.Erasure;

/// <summary>
/// Empties an erased person's inbox, and forgets the changes in which they are mentioned by name: a later change of the same
/// comment tells what it says now.
/// </summary>
internal sealed class EraseNotifications(NotificationsDbContext db) : IEventHandler<AccountDetached>
{
    private const string Erase =
        """
        with inbox as (delete from notification where user_id = @user or project_id = any(@projects)),
        tasks as (delete from task_copy where project_id = any(@projects)),
        forgotten as (delete from change where project_id = any(@projects) or changes ilike @target returning seq)
        update change set client_id = null where actor_id = @user and client_id is not null and seq not in (select seq from forgotten)
        """;

    public async Task HandleAsync(AccountDetached e, EventContext context, CancellationToken ct)
    {
        await using (var erase = await db.CommandAsync(Erase, ct))
        {
            erase.Parameters.Add(new NpgsqlParameter<Guid>("user", e.UserId));
            erase.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. e.ErasedProjectIds]));
            erase.Parameters.Add(new NpgsqlParameter<string>("target", $"%(user:{e.UserId})%"));
            await erase.ExecuteNonQueryAsync(ct);
        }

        await db.EraseTracesAsync(new MessageTrace(
            e.UserId, ErasedPerson.EventKeys(e.UserId), e.ErasedProjectIds, ErasedPerson.MentionPattern(e.UserId), ErasedPerson.Mention(e.UserId)), ct);
        db.PublishAlone("account", new NotificationsErased(e.UserId, e.ErasureId));
        await db.SaveChangesAsync(ct);
    }
}
