using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;

namespace Waymark.Notifications.Erasure;

/// <summary>What people were told of an erased task or project goes with it; the changes of a week have gone before.</summary>
internal sealed class ForgetErased(NotificationsDbContext db) : IEventHandler<TaskErased>, IEventHandler<ProjectErased>
{
    private const string OfTask = "delete from notification where task_id = @id";

    private const string OfProject =
        """
        with told as (delete from notification where project_id = @id)
        delete from task_copy where project_id = @id
        """;

    public Task HandleAsync(TaskErased e, EventContext context, CancellationToken ct) => EraseAsync(OfTask, e.TaskId, ct);

    public Task HandleAsync(ProjectErased e, EventContext context, CancellationToken ct) => EraseAsync(OfProject, e.ProjectId, ct);

    private async Task EraseAsync(string sql, Guid id, CancellationToken ct)
    {
        await using var erase = await db.CommandAsync(sql, ct);
        erase.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        await erase.ExecuteNonQueryAsync(ct);
    }
}
