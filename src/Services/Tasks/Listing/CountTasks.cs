using Npgsql;
using Waymark.Tasks.Bulk;
using Waymark.Tasks.Querying;
using Waymark.Tasks.Searching;

namespace Waymark.Tasks.Listing;

/// <summary>How many tasks a list has.</summary>
/// <param name="Count">How many there are, or how far was counted: 1,000, as many as can be changed at once.</param>
/// <param name="IsMore">Whether there are more.</param>
public sealed record TaskCountResponse(int Count, bool IsMore)
{
    internal static TaskCountResponse Of(int counted) => new(Math.Min(counted, CountTasks.Most), counted > CountTasks.Most);
}

internal static class CountTasks
{
    /// <summary>So far is counted: to count all would be to read all.</summary>
    public const int Most = ChangeTasksRequest.MaxTasks;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/tasks/count", HandleAsync).RequirePermission(Permissions.TaskRead)
            .MayRefuse(QueriedList.QueryInvalid, QueriedList.QueryTooBroad).WithName(nameof(CountTasks)).WithSummary("Count the tasks that a list would show, up to 1,000");

    private static async Task<Results<Answer<TaskCountResponse>, Problem>> HandleAsync(
        [AsParameters] TaskFilterQuery query, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, QueriedList queried, CancellationToken ct)
    {
        var filters = TaskFilters.Of(query, caller.Id);
        if (filters.Problem is { } wrongFilter)
        {
            return wrongFilter;
        }

        var (count, problem) = await CountAsync();
        if (count == 0 && await ListTasks.LearnAsync(query, guard, caller.Id, ct))
        {
            (count, problem) = await CountAsync();
        }

        return problem is not null ? problem : Answers.Ok(TaskCountResponse.Of(count));

        Task<(int Count, Problem? Problem)> CountAsync() =>
            query.Query is null ? ReadAsync(db, filters, caller.Id, ct) : queried.CountAsync(query, filters, Most + 1, caller.Id, ct);
    }

    private static async Task<(int Count, Problem? Problem)> ReadAsync(TasksDbContext db, TaskFilters filters, Guid callerId, CancellationToken ct)
    {
        var parameters = filters.Parameters.ConvertAll(p => p.Clone());
        var search = TextSearch.For(filters.Texts, filters.ProjectIds, parameters);
        await using var command = await db.CommandAsync(LimitedTime.Sql + search.Count(filters.Conditions), ct);
        command.Parameters.Add(LimitedTime.Parameter(LimitedTime.Usual));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", Most + 1));
        command.Parameters.AddRange(parameters.ToArray());
        try
        {
            await using var row = await command.ExecuteReaderAsync(ct);
            await row.NextResultAsync(ct);
            await row.ReadAsync(ct);
            return (row.GetInt32(0), null);
        }
        catch (PostgresException fault) when (LimitedTime.IsOver(fault, ct))
        {
            return (0, QueriedList.TooBroad);
        }
    }
}
