using Npgsql;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Querying;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Views;

internal static class ListTasks
{
    /// <summary>The bytes that a task takes in a list.</summary>
    private const int UsualSize = 1024;

    /// <summary>Tasks with their projects.</summary>
    public const string Tasks = "task t join project p on p.id = t.project_id";

    /// <summary>The same with what the caller may do there.</summary>
    public const string Source = $"{Tasks} {AccessSql.Joins}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(QueriedList.QueryInvalid, QueriedList.QueryTooBroad).WithName(nameof(ListTasks)).WithSummary("List the tasks that the caller may see");

    private static Task<Results<WrittenAnswer<Page<TaskResponse>>, Answer<Page<TaskResponse>>, Problem>> HandleAsync(
        [AsParameters] TaskFilterQuery filter, [AsParameters] TaskPageQuery page, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, QueriedList queried, CancellationToken ct) =>
        ListAsync(new TaskListQuery(filter, page), caller, db, guard, queried, ct);

    internal static async Task<Results<WrittenAnswer<Page<TaskResponse>>, Answer<Page<TaskResponse>>, Problem>> ListAsync(
        TaskListQuery query, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, QueriedList queried, CancellationToken ct)
    {
        if (PageLimit.Check(query.Page.Limit, out var limit) is { } wrongLimit)
        {
            return wrongLimit;
        }

        if (!TaskSort.TryParse(query.Page.Sort, out var sort))
        {
            return TaskSort.Unknown;
        }

        var filters = TaskFilters.Of(query.Filter, caller.Id);
        if (filters.Problem is { } wrongFilter)
        {
            return wrongFilter;
        }

        if (query.Filter.Query is not null)
        {
            return await QueryAsync(queried, query, filters, limit, guard, caller.Id, ct);
        }

        if (sort.PageBehind(query.Page.Cursor, filters.Parameters) is not { } order)
        {
            return Cursor.Invalid;
        }

        try
        {
            var shape = TaskShape.Of(query.Page.Extras);
            var (page, isEmpty) = await ReadAsync(db, filters, (sort, order), limit, shape, queried.TimeLimit, caller.Id, ct);
            if (isEmpty && query.Page.Cursor is null && await LearnAsync(query.Filter, guard, caller.Id, ct))
            {
                (page, _) = await ReadAsync(db, filters, (sort, order), limit, shape, queried.TimeLimit, caller.Id, ct);
            }

            return page is not null ? Answers.Written<Page<TaskResponse>>(page) : await ReadComputedAsync(db, query, filters, (sort, order), limit, caller.Id, ct);
        }
        catch (PostgresException fault) when (LimitedTime.IsOver(fault, ct))
        {
            return QueriedList.TooBroad;
        }
    }

    private static async Task<Results<WrittenAnswer<Page<TaskResponse>>, Answer<Page<TaskResponse>>, Problem>> QueryAsync(
        QueriedList queried, TaskListQuery query, TaskFilters filters, int limit, ProjectGuard<TasksDbContext> guard, Guid callerId, CancellationToken ct)
    {
        var (page, problem) = await queried.ReadAsync(query, filters, limit, callerId, ct);
        if (page is not { Items.Count: > 0 } && query.Page.Cursor is null && await LearnAsync(query.Filter, guard, callerId, ct))
        {
            (page, problem) = await queried.ReadAsync(query, filters, limit, callerId, ct);
        }

        return page is null ? problem! : Answers.Ok(page);
    }

    /// <summary>A page; none where custom fields are asked for and some of them are computed, which takes another statement.</summary>
    private static async Task<(JsonBody? Page, bool IsEmpty)> ReadAsync(
        TasksDbContext db, TaskFilters filters, (TaskSort Sort, PageOrder Page) order, int limit, RowShape shape, TimeSpan timeLimit, Guid callerId, CancellationToken ct)
    {
        // Texts may make the database read all of a large project.
        var isLimited = filters.Texts.Count > 0;
        await using var command = await CommandAsync(db, isLimited ? LimitedTime.Sql : "", filters, order.Page, limit, shape, callerId, ct);
        if (isLimited)
        {
            command.Parameters.Add(LimitedTime.Parameter(timeLimit));
        }

        await using var row = await command.ExecuteReaderAsync(ct);
        if (isLimited)
        {
            await row.NextResultAsync(ct);
        }

        return await WriteAsync(row, order.Sort, limit, shape, ct);
    }

    private static async Task<WrittenAnswer<Page<TaskResponse>>> ReadComputedAsync(
        TasksDbContext db, TaskListQuery query, TaskFilters filters, (TaskSort Sort, PageOrder Page) order, int limit, Guid callerId, CancellationToken ct)
    {
        var shape = TaskShape.Of(query.Page.Extras, ComputedFields.Of(await KnownField.OfListAsync(db, query.Filter, callerId, ct)));
        await using var command = await CommandAsync(db, LimitedTime.Sql, filters, order.Page, limit, shape, callerId, ct);
        command.Parameters.Add(LimitedTime.Parameter(LimitedTime.Usual));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", db.Scope.Now));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return Answers.Written<Page<TaskResponse>>((await WriteAsync(row, order.Sort, limit, shape, ct)).Page!);
    }

    private static async Task<NpgsqlCommand> CommandAsync(
        TasksDbContext db, string before, TaskFilters filters, PageOrder page, int limit, RowShape shape, Guid callerId, CancellationToken ct)
    {
        var parameters = filters.Parameters.ConvertAll(p => p.Clone());
        var search = TextSearch.For(filters.Texts, filters.ProjectIds, parameters);
        var command = await db.CommandAsync(before + page.Select(shape.Columns, filters.Conditions, search), ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit + 1));
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }

    private static async Task<(JsonBody? Page, bool IsEmpty)> WriteAsync(NpgsqlDataReader row, TaskSort sort, int limit, RowShape shape, CancellationToken ct)
    {
        var (page, haveComputed) = (new JsonBody(limit * UsualSize), shape.FindPlaceOf(ProjectFields.HaveComputed));
        page.Json.WriteStartObject();
        page.Json.WriteStartArray("items"u8);
        var count = 0;
        string? end = null;
        while (await row.ReadAsync(ct) && count++ < limit)
        {
            if (haveComputed is { } mark && row.GetBoolean(mark))
            {
                return (null, false);
            }

            shape.Write(page.Json, row);
            end = count == limit ? sort.CursorOf(row, shape) : null;
        }

        page.Json.WriteEndArray();
        page.Json.WriteString("nextCursor"u8, count > limit ? end : null);
        page.Json.WriteEndObject();
        return (page, count == 0);
    }

    /// <summary>An empty page of one named project may only mean that this service has not heard of the caller's membership yet.</summary>
    internal static async Task<bool> LearnAsync(TaskFilterQuery query, ProjectGuard<TasksDbContext> guard, Guid callerId, CancellationToken ct) =>
        TaskFilterQuery.Values(query.ProjectId) is [var only] && Guid.TryParse(only, out var projectId)
            && !await guard.KnowsAsync(projectId, callerId, ct)
            && await guard.LearnAsync(projectId, callerId, ct);
}
