using Npgsql;
using Waymark.Tasks.Querying;

namespace Waymark.Tasks.Views;

internal static class ListTasks
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListTasks)).WithSummary("List the tasks that the caller may see");

    internal static async Task<Results<Answer<Page<TaskResponse>>, Problem>> HandleAsync(
        [AsParameters] TaskListQuery query, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, QueriedList queried, CancellationToken ct)
    {
        if (PageLimit.Check(query.Limit, out var limit) is { } wrongLimit)
        {
            return wrongLimit;
        }

        if (!TaskSort.TryParse(query.Sort, out var sort))
        {
            return TaskSort.Unknown;
        }

        var filters = TaskFilters.Of(query, caller.Id);
        if (filters.Problem is { } wrongFilter)
        {
            return wrongFilter;
        }

        if (query.Query is not null)
        {
            return await QueryAsync(queried, query, filters, limit, guard, caller.Id, ct);
        }

        if (query.Cursor is not null && !sort.TryStartBehind(query.Cursor, filters.Conditions, filters.Parameters))
        {
            return Cursor.Invalid;
        }

        var isWhole = query.AsksFor("description");
        var page = await ReadAsync(db, filters, sort, limit, isWhole, caller.Id, ct);
        if (page.Items.Count == 0 && query.Cursor is null && await LearnAsync(query, guard, caller.Id, ct))
        {
            page = await ReadAsync(db, filters, sort, limit, isWhole, caller.Id, ct);
        }

        return Answers.Ok(page);
    }

    private static async Task<Results<Answer<Page<TaskResponse>>, Problem>> QueryAsync(
        QueriedList queried, TaskListQuery query, TaskFilters filters, int limit, ProjectGuard<TasksDbContext> guard, Guid callerId, CancellationToken ct)
    {
        var (page, problem) = await queried.ReadAsync(query, filters, limit, callerId, ct);
        if (page is not { Items.Count: > 0 } && query.Cursor is null && await LearnAsync(query, guard, callerId, ct))
        {
            (page, problem) = await queried.ReadAsync(query, filters, limit, callerId, ct);
        }

        return page is null ? problem! : Answers.Ok(page);
    }

    private static async Task<Page<TaskResponse>> ReadAsync(
        TasksDbContext db, TaskFilters filters, TaskSort sort, int limit, bool isWhole, Guid callerId, CancellationToken ct)
    {
        var description = isWhole ? "t.description" : "''";
        await using var command = await db.CommandAsync(
            $"""
            select {TaskRow.Columns}, {description}, p.key
            from task t join project p on p.id = t.project_id {AccessSql.Joins}
            where {AccessSql.Visible} and {string.Join(" and ", filters.Conditions)}
            order by {sort.OrderBy}
            limit @limit
            """,
            ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        foreach (var parameter in filters.Parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        await using var row = await command.ExecuteReaderAsync(ct);
        var items = new List<TaskResponse>(Math.Min(limit + 1, 128));
        TaskItem? last = null;
        var isMore = false;
        while (await row.ReadAsync(ct))
        {
            if (items.Count == limit)
            {
                isMore = true;
                break;
            }

            last = TaskRow.Read(row, row.GetString(TaskRow.Count));
            items.Add(TaskResponse.Of(last, row.GetString(TaskRow.Count + 1), isWhole));
        }

        return new Page<TaskResponse>(items, isMore ? sort.CursorOf(last!) : null);
    }

    /// <summary>An empty page of one named project may only mean that this service has not heard of the caller's membership yet.</summary>
    private static async Task<bool> LearnAsync(TaskListQuery query, ProjectGuard<TasksDbContext> guard, Guid callerId, CancellationToken ct) =>
        TaskListQuery.Values(query.ProjectId) is [var only] && Guid.TryParse(only, out var projectId)
            && !await guard.KnowsAsync(projectId, callerId, ct)
            && await guard.LearnAsync(projectId, callerId, ct);
}
