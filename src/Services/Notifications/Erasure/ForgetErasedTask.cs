using Npgsql;
using Waymark.Contracts.Tasks;

namespace Waymark.Notifications.Erasure;

/// <summary>What people were told of an erased task goes with it; the changes of a week have gone before.</summary>
internal sealed class ForgetErasedTask(NotificationsDbContext db) : IEventHandler<TaskErased>
{
    public async Task HandleAsync(TaskErased e, EventContext context, CancellationToken ct)
    {
        await using var erase = await db.CommandAsync("delete from notification where task_id = @task", ct);
        erase.Parameters.Add(new NpgsqlParameter<Guid>("task", e.TaskId));
        await erase.ExecuteNonQueryAsync(ct);
    }
}
