using Npgsql;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Listing;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Board;

/// <summary>A project's board: its columns in the workflow's order.</summary>
public sealed record BoardResponse(IReadOnlyList<BoardColumn> Columns);

/// <summary>One column; <c>nextCursor</c> goes on in the list with <c>sort=rank</c> and the column's status.</summary>
public sealed record BoardColumn(string Status, string Name, [property: OneOf(typeof(StatusCategory))] string Category, int TaskCount, IReadOnlyList<TaskResponse> Tasks, string? NextCursor);

/// <summary>Which board is asked for, and with what of each task.</summary>
public sealed record BoardQuery
{
    /// <summary>The instant at which it stood so; now when left out.</summary>
    public string? AsOf { get; init; }

    /// <summary><c>description</c> and <c>customFields</c> bring what cards leave out.</summary>
    public string? Fields { get; init; }
}

internal static class GetBoard
{
    private const int MaxCards = 200;

    private static string Query(ComputedFields computed) =>
        $"""
        select {TaskRow.WholeWith(computed)}, s.status, s.total
        from (select status, count(*)::int as total from task where project_id = @project and deleted_at is null group by status) s
        cross join lateral (
            select * from task c where c.project_id = @project and c.status = s.status and c.deleted_at is null order by c.rank limit @limit) t
        join project p on p.id = @project
        order by s.status, t.rank
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{projectId:guid}/board", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetBoard)).WithSummary("Read the board of a project, now or as it stood at an instant (asOf)");

    private static async Task<Results<WrittenAnswer<BoardResponse>, Answer<BoardResponse>, Problem>> HandleAsync(
        Guid projectId, [AsParameters] BoardQuery query, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, ListedTasks listed, CancellationToken ct)
    {
        DateTimeOffset? instant = null;
        if (query.AsOf is not null)
        {
            if (!InstantConverter.TryParse(query.AsOf, out var then))
            {
                return Problems.Invalid("asOf", "An instant such as 2026-03-01T09:30:00Z is expected.");
            }

            instant = then;
        }

        if (await guard.FindAsync(projectId, caller.Id, ct) is not { } access)
        {
            return Problems.NotFound("project");
        }

        var (extras, states) = (new TaskPageQuery { Fields = query.Fields }.Extras, Workflow.Parse(access.Project.WorkflowJson).States);
        if (instant is null && extras == default)
        {
            return Answers.Written<BoardResponse>(await PresentBoard.ReadAsync(db, listed, projectId, states, MaxCards, ct));
        }

        var (columns, values) = instant is { } moment
            ? await PastBoard.ReadAsync(db, access.Project, moment, MaxCards, extras, ct)
            : (await ReadWholeAsync(db, access.Project, extras, ct), ComputedValues.None);
        return Answers.Ok(new BoardResponse(
        [
            .. states.Select(state => ColumnOf(state.Key, state.Name, state.Category)),
            // Statuses that the workflow has lost since then.
            .. from lost in columns.Keys.Except(states.Select(s => s.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal)
               select ColumnOf(lost, lost, columns[lost].Tasks[0].StatusCategory),
        ]));

        BoardColumn ColumnOf(string status, string name, string category)
        {
            var (total, tasks) = columns.GetValueOrDefault(status, (0, []));
            // The list knows no past, so nothing goes on from there.
            var next = total > tasks.Count && instant is null ? TaskSort.ByRank.CursorOf(tasks[^1].Rank, tasks[^1].Id) : null;
            return new BoardColumn(status, name, category, total, tasks.ConvertAll(t => values.On(TaskResponse.Of(t, access.Project.Key, extras))), next);
        }
    }

    /// <summary>The board with more of each task than its card.</summary>
    private static async Task<Dictionary<string, (int Total, List<TaskItem> Tasks)>> ReadWholeAsync(
        TasksDbContext db, ProjectCopy project, ListExtras extras, CancellationToken ct)
    {
        var computed = extras.CustomFields ? await ComputedFields.OfProjectAsync(db, project.Id, ct) : ComputedFields.None;
        await using var command = await db.CommandAsync(Query(computed), ct);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", db.Scope.Now));
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", project.Id));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", MaxCards));
        await using var row = await command.ExecuteReaderAsync(ct);
        var columns = new Dictionary<string, (int Total, List<TaskItem> Tasks)>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            var status = row.GetString(TaskRow.WholeCount);
            if (!columns.TryGetValue(status, out var column))
            {
                columns[status] = column = (row.GetInt32(TaskRow.WholeCount + 1), []);
            }

            column.Tasks.Add(TaskRow.ReadWhole(row));
        }

        return columns;
    }
}
