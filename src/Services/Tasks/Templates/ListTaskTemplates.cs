using Npgsql;
using NpgsqlTypes;
using Waymark.Tasks.Model.Templates;

namespace Waymark.Tasks.Templates;

internal static class ListTaskTemplates
{
    private const string Sort = "-createdAt";

    private const string Query =
        $"""
        select x.id, x.project_id, x.workspace_id, x.name, x.content, x.created_by, x.created_at, x.updated_at, x.version
        from task_template x join project p on p.id = x.project_id {AccessSql.Joins}
        where {AccessSql.Visible} and (@project is null or x.project_id = @project) and (@before is null or x.id < @before)
        order by x.id desc limit @limit
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/task-templates", ListAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListTaskTemplates)).WithSummary("List the templates for tasks that the caller may see, the latest first");
        routes.MapGet("/api/task-templates/{id:guid}", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetTaskTemplate").WithSummary("Read a template for tasks");
    }

    private static async Task<Results<Answer<Page<TaskTemplateResponse>>, Problem>> ListAsync(
        Guid? projectId, int? limit, string? cursor, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
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

        var found = await ReadAsync(db, projectId, from?.Id, size + 1, caller.Id, ct);
        if (found.Count == 0 && projectId is { } only && from is null && !await guard.KnowsAsync(only, caller.Id, ct) && await guard.LearnAsync(only, caller.Id, ct))
        {
            found = await ReadAsync(db, projectId, null, size + 1, caller.Id, ct);
        }

        var page = Page<TaskTemplate>.Of(found, size, last => new Cursor(Sort, null, last.Id).ToString());
        return Answers.Ok(new Page<TaskTemplateResponse>([.. page.Items.Select(TaskTemplateResponse.Of)], page.NextCursor));
    }

    private static async Task<Results<Answer<TaskTemplateResponse>, Problem>> GetAsync(
        Guid id, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        await OpenTemplate.FindAsync(db, guard, id, caller.Id, ct) is { } open
            ? Answers.Ok(TaskTemplateResponse.Of(open.Template), open.Template.Version)
            : Problems.NotFound("template");

    private static async Task<List<TaskTemplate>> ReadAsync(TasksDbContext db, Guid? projectId, Guid? before, int limit, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter("project", NpgsqlDbType.Uuid) { Value = (object?)projectId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("before", NpgsqlDbType.Uuid) { Value = (object?)before ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<TaskTemplate>();
        while (await row.ReadAsync(ct))
        {
            found.Add(new TaskTemplate
            {
                Id = row.GetGuid(0),
                ProjectId = row.GetGuid(1),
                WorkspaceId = row.GetGuid(2),
                Name = row.GetString(3),
                ContentJson = row.GetString(4),
                CreatedBy = row.GetGuid(5),
                CreatedAt = row.GetFieldValue<DateTimeOffset>(6),
                UpdatedAt = row.GetFieldValue<DateTimeOffset>(7),
                Version = row.GetInt64(8),
            });
        }

        return found;
    }
}
