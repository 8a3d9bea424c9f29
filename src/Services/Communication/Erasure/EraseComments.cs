using Npgsql;
using Waymark.Contracts.Tasks;

namespace Waymark.Communication.Erasure;

/// <summary>The comments of an erased task go with it.</summary>
internal sealed class EraseComments(CommunicationDbContext db) : IEventHandler<TaskErased>
{
    public async Task HandleAsync(TaskErased e, EventContext context, CancellationToken ct)
    {
        await using var erase = await db.CommandAsync("delete from comment where task_id = @task", ct);
        erase.Parameters.Add(new NpgsqlParameter<Guid>("task", e.TaskId));
        await erase.ExecuteNonQueryAsync(ct);
    }
}
