using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;

namespace Waymark.Communication.Erasure;

/// <summary>The comments of an erased task or project go with it.</summary>
internal sealed class EraseComments(CommunicationDbContext db) : IEventHandler<TaskErased>, IEventHandler<ProjectErased>
{
    private const string OfTask = "delete from comment where task_id = any(@ids)";

    private const string OfProjects =
        """
        with comments as (delete from comment where project_id = any(@ids))
        delete from task_copy where project_id = any(@ids)
        """;

    public Task HandleAsync(TaskErased e, EventContext context, CancellationToken ct) => EraseAsync(db, OfTask, [e.TaskId], ct);

    public Task HandleAsync(ProjectErased e, EventContext context, CancellationToken ct) => EraseProjectsAsync(db, [e.ProjectId], ct);

    public static Task EraseProjectsAsync(CommunicationDbContext db, Guid[] projects, CancellationToken ct) => EraseAsync(db, OfProjects, projects, ct);

    private static async Task EraseAsync(CommunicationDbContext db, string sql, Guid[] ids, CancellationToken ct)
    {
        await using var erase = await db.CommandAsync(sql, ct);
        erase.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", ids));
        await erase.ExecuteNonQueryAsync(ct);
    }
}
