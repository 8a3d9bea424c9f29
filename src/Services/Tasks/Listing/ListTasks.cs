using Npgsql;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Querying;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Listing;

internal static class ListTasks
{
    /// <summary>The bytes that a task takes in a list.</summary>
    public const int UsualSize = 1024;

    /// <summary>Tasks with their projects.</summary>
    public const string Tasks = "task t join project p on p.id = t.project_id";

    /// <summary>The same with what the caller may do there.</summary>
    public const string Source = $"{Tasks} {AccessSql.Joins}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(QueriedList.QueryInvalid, QueriedList.QueryTooBroad).WithName(nameof(ListTasks)).WithSummary("List the tasks that the caller may see");

    private static async Task<Results<WrittenAnswer<Page<TaskResponse>>, Answer<Page<TaskResponse>>, Problem>> HandleAsync(
        [AsParameters] TaskFilterQuery filter, [AsParameters] TaskPageQuery page, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard,
        QueriedList queried, ListedTasks listed, CancellationToken ct)
    {
        var query = new TaskListQuery(filter, page);
        var (answer, isEmpty) = await ReadAsync(query, caller.Id, db, queried, listed, ct);
        if (isEmpty && page.Cursor is null && await LearnAsync(filter, guard, caller.Id, ct))
        {
            (answer, _) = await ReadAsync(query, caller.Id, db, queried, listed, ct);
        }

        return answer;
    }

    internal static async Task<(Results<WrittenAnswer<Page<TaskResponse>>, Answer<Page<TaskResponse>>, Problem> Answer, bool IsEmpty)> ReadAsync(
        TaskListQuery query, Guid callerId, TasksDbContext db, QueriedList queried, ListedTasks listed, CancellationToken ct)
    {
        if (PageLimit.Check(query.Page.Limit, out var limit) is { } wrongLimit)
        {
            return (wrongLimit, false);
        }

        if (!TaskSort.TryParse(query.Page.Sort, out var sort))
        {
            return (TaskSort.Unknown, false);
        }

        var filters = TaskFilters.Of(query.Filter, callerId);
        if (filters.Problem is { } wrongFilter)
        {
            return (wrongFilter, false);
        }

        if (query.Filter.Query is not null)
        {
            var (queriedPage, problem) = await queried.ReadAsync(query, filters, limit, callerId, ct);
            return queriedPage is null ? (problem!, true) : (Answers.Ok(queriedPage), queriedPage.Items.Count == 0);
        }

        if (sort.PageBehind(query.Page.Cursor, filters.Parameters) is not { } order)
        {
            return (Cursor.Invalid, false);
        }

        // Texts may make the database read all of a large project.
        var sought = new SoughtPage(filters, sort, order, limit, callerId) { TimeLimit = filters.Texts.Count > 0 ? queried.TimeLimit : null };
        try
        {
            return await ReadAsync(query, sought, db, listed, ct);
        }
        catch (PostgresException fault) when (LimitedTime.IsOver(fault, ct))
        {
            return (QueriedList.TooBroad, false);
        }
    }

    private static async Task<(WrittenAnswer<Page<TaskResponse>> Answer, bool IsEmpty)> ReadAsync(
        TaskListQuery query, SoughtPage sought, TasksDbContext db, ListedTasks listed, CancellationToken ct)
    {
        if (query.Page.Extras == default)
        {
            var (listedPage, isEmpty) = await listed.ReadAsync(db, sought, ct);
            return (Answers.Written<Page<TaskResponse>>(listedPage), isEmpty);
        }

        var shape = TaskShape.Of(query.Page.Extras);
        var (page, hasNone) = await sought.ReadAsync(db, shape.Columns, row => WriteAsync(row, sought, shape, ct), ct);
        if (page is null)
        {
            shape = TaskShape.Of(query.Page.Extras, ComputedFields.Of(await KnownField.OfListAsync(db, query.Filter, sought.CallerId, ct)));
            var computing = sought with { TimeLimit = LimitedTime.Usual, IsComputed = true };
            (page, _) = await computing.ReadAsync(db, shape.Columns, row => WriteAsync(row, computing, shape, ct), ct);
        }

        return (Answers.Written<Page<TaskResponse>>(page!), hasNone);
    }

    /// <summary>A page; none where custom fields are asked for and some of them are computed, which takes another statement.</summary>
    private static async Task<(JsonBody? Page, bool IsEmpty)> WriteAsync(NpgsqlDataReader row, SoughtPage sought, RowShape shape, CancellationToken ct)
    {
        var (limit, page, haveComputed) = (sought.Limit, new JsonBody(sought.Limit * UsualSize), shape.FindPlaceOf(ProjectFields.HaveComputed));
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
            end = count == limit ? sought.Sort.CursorOf(row, shape.PlaceOf(sought.Sort.Sql), row.GetGuid(shape.PlaceOf("t.id"))) : null;
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
