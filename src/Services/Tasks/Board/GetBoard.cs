using Npgsql;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Board;

/// <summary>A project's board: its columns in the workflow's order.</summary>
public sealed record BoardResponse(IReadOnlyList<BoardColumn> Columns);

/// <summary>One column; <c>nextCursor</c> goes on in the list with <c>sort=rank</c> and the column's status.</summary>
public sealed record BoardColumn(string Status, string Name, string Category, int TaskCount, IReadOnlyList<TaskResponse> Tasks, string? NextCursor);

internal static class GetBoard
{
    private const int MaxCards = 200;

    private const string Query =
        $"""
        select {TaskRow.Columns}, s.status, s.total
        from (select status, count(*)::int as total from task where project_id = @project and deleted_at is null group by status) s
        cross join lateral (
            select * from task c where c.project_id = @project and c.status = s.status and c.deleted_at is null order by c.rank limit @limit) t
        order by s.status, t.rank
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{projectId:guid}/board", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetBoard)).WithSummary("Read the board of a project");

    private static async Task<Results<Answer<BoardResponse>, Problem>> HandleAsync(
        Guid projectId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
        {
            return Problems.NotFound("project");
        }

        var columns = await ReadAsync(db, access.Project, ct);
        return Answers.Ok(new BoardResponse(
        [
            .. Workflow.Parse(access.Project.WorkflowJson).States.Select(state =>
            {
                var (total, tasks) = columns.GetValueOrDefault(state.Key, (0, []));
                var next = total > tasks.Count ? TaskSort.ByRank.CursorOf(tasks[^1].Rank, tasks[^1].Id) : null;
                return new BoardColumn(
                    state.Key, state.Name, state.Category, total, tasks.ConvertAll(t => TaskResponse.Of(t, access.Project.Key, isWhole: false)), next);
            }),
        ]));
    }

    private static async Task<Dictionary<string, (int Total, List<TaskItem> Tasks)>> ReadAsync(TasksDbContext db, ProjectCopy project, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", project.Id));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", MaxCards));
        await using var row = await command.ExecuteReaderAsync(ct);
        var columns = new Dictionary<string, (int Total, List<TaskItem> Tasks)>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            var status = row.GetString(TaskRow.Count);
            if (!columns.TryGetValue(status, out var column))
            {
                columns[status] = column = (row.GetInt32(TaskRow.Count + 1), []);
            }

            column.Tasks.Add(TaskRow.Read(row));
        }

        return columns;
    }
}
