using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Linking;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Dependencies;

/// <summary>
/// The dependencies of a task, the latest first. One to a task in the trash, or to one that the caller may not see, is left out.
/// </summary>
internal static class ListDependencies
{
    private const string Sort = "-createdAt";

    private const string Query =
        $"""
        with seen as (
            select t.id from task t join project p on p.id = t.project_id {AccessSql.Joins}
            where t.id = @task and t.deleted_at is null and {AccessSql.Visible})
        select s.id, x.* from seen s left join lateral (
            select d.id, d.workspace_id, d.from_id, d.to_id, d.kind, d.link, d.lag_minutes, d.created_by, d.created_at,
                p.key || '-' || o.number, o.project_id, o.title, o.status, o.status_category
            from task_dependency d
            join task o on o.id = case when d.from_id = s.id then d.to_id else d.from_id end and o.deleted_at is null
            join project p on p.id = o.project_id {AccessSql.Joins}
            where (d.from_id = s.id or d.to_id = s.id) and {AccessSql.Visible} and (@before is null or d.id < @before) and (@only is null or d.id = @only)
            order by d.id desc limit @limit) x on true
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/tasks/{task}/dependencies", ListAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListDependencies)).WithSummary("List the dependencies of a task, the latest first");
        routes.MapGet("/api/tasks/{task}/dependencies/{dependencyId:guid}", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetDependency").WithSummary("Read a dependency of a task");
    }

    private static async Task<Results<Answer<Page<DependencyResponse>>, Problem>> ListAsync(
        TaskReference reference, int? limit, string? cursor, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        if (PageLimit.Check(limit, out var size) is { } wrong)
        {
            return wrong;
        }

        Cursor? from = null;
        if (cursor is not null && !Cursor.TryParse(cursor, Sort, out from))
        {
            return Cursor.Invalid;
        }

        var (found, problem) = await ReadAsync(db, projects, reference, new Part(from?.Id, null, size + 1), caller.Id, ct);
        return problem is null
            ? Answers.Ok(Page<DependencyResponse>.Of(found, size, last => new Cursor(Sort, null, last.Id).ToString()))
            : problem;
    }

    private static async Task<Results<Answer<DependencyResponse>, Problem>> GetAsync(
        TaskReference reference, Guid dependencyId, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var (found, problem) = await ReadAsync(db, projects, reference, new Part(null, dependencyId, 1), caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        return found is [var only] ? Answers.Ok(only, DependencyResponse.OnlyVersion) : Problems.NotFound("dependency");
    }

    private static async Task<(List<DependencyResponse> Found, Problem? Problem)> ReadAsync(
        TasksDbContext db, IProjectAccess projects, TaskReference reference, Part part, Guid callerId, CancellationToken ct)
    {
        var (id, problem) = await reference.ResolveAsync(db, callerId, ct);
        if (problem is not null)
        {
            return ([], problem);
        }

        if (await QueryAsync(db, id, part, callerId, ct) is { } found)
        {
            return (found, null);
        }

        // Perhaps this service has not heard of the caller's membership yet.
        (_, problem) = await OpenTask.FindAsync(db, projects, reference, callerId, ct);
        return problem is null ? (await QueryAsync(db, id, part, callerId, ct) ?? [], null) : ([], problem);
    }

    private static async Task<List<DependencyResponse>?> QueryAsync(TasksDbContext db, Guid taskId, Part part, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("task", taskId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter("before", NpgsqlDbType.Uuid) { Value = (object?)part.Before ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("only", NpgsqlDbType.Uuid) { Value = (object?)part.Only ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int>("limit", part.Limit));
        await using var row = await command.ExecuteReaderAsync(ct);
        List<DependencyResponse>? found = null;
        while (await row.ReadAsync(ct))
        {
            found ??= [];
            if (!row.IsDBNull(1))
            {
                found.Add(DependencyResponse.Of(Read(row), taskId, new DependentTask(row.GetString(10), row.GetGuid(11), row.GetString(12), row.GetString(13), row.GetString(14))));
            }
        }

        return found;
    }

    private static TaskDependency Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(1),
        WorkspaceId = row.GetGuid(2),
        FromId = row.GetGuid(3),
        ToId = row.GetGuid(4),
        Kind = (DependencyKind)row.GetInt16(5),
        Link = row.IsDBNull(6) ? null : (LinkKind)row.GetInt16(6),
        LagMinutes = row.IsDBNull(7) ? null : row.GetInt32(7),
        CreatedBy = row.GetGuid(8),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(9),
    };

    /// <summary>Which of the dependencies are wanted.</summary>
    private readonly record struct Part(Guid? Before, Guid? Only, int Limit);
}
