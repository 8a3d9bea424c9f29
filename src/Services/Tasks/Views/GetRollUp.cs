using Npgsql;

namespace Waymark.Tasks.Views;

/// <summary>What a project comes to together with the projects below it, counted where the tasks are, in one trip.</summary>
internal static class GetRollUp
{
    /// <summary>
    /// The way down leads through projects that the caller does not see, but not through those in the trash. In one project all days
    /// lie in one time zone, so the first day is that of the first instant, where a day is the first.
    /// </summary>
    private const string Query =
        $"""
        with recursive tree as (
            select @project as id, 0 as level
            union all
            select x.project_id, t.level + 1 from tree t join project_parent x on x.parent_id = t.id join project q on q.id = x.project_id
            where q.state <> 'deleted' and t.level < 20)
        select p.id, p.key, p.name, tree.level, s.*
        from tree join project p on p.id = tree.id {AccessSql.Joins}
        cross join lateral (
            select count(*) filter (where t.status_category = 'completed')::int, count(*)::int,
                coalesce(sum(t.estimate_minutes) filter (where t.status_category = 'completed'), 0)::bigint, coalesce(sum(t.estimate_minutes), 0)::bigint,
                min(t.start_at), min(t.start_at) filter (where t.start_on is not null), min(t.start_on),
                max(t.due_at), max(t.due_at) filter (where t.due_on is not null), max(t.due_on)
            from task t where t.project_id = p.id and t.deleted_at is null and t.status_category <> 'cancelled') s
        where {AccessSql.Visible}
        order by tree.level, p.key, p.id
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{projectId:guid}/roll-up", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetRollUp)).WithSummary("Count the tasks of a project together with those of the projects below it");

    private static async Task<Results<Answer<RollUpResponse>, Problem>> HandleAsync(
        Guid projectId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct)
    {
        var lines = await ReadAsync(db, projectId, caller.Id, ct);
        if (!IsVisible(lines, projectId) && await guard.LearnAsync(projectId, caller.Id, ct))
        {
            lines = await ReadAsync(db, projectId, caller.Id, ct);
        }

        return IsVisible(lines, projectId) ? Answers.Ok(RollUpResponse.Of(lines)) : Problems.NotFound("project");
    }

    private static bool IsVisible(List<RollUpLine> lines, Guid projectId) => lines.Count > 0 && lines[0].Share.ProjectId == projectId;

    private static async Task<List<RollUpLine>> ReadAsync(TasksDbContext db, Guid projectId, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        var lines = new List<RollUpLine>();
        while (await row.ReadAsync(ct))
        {
            var (start, due) = (RollUpMoment.Read(row, 8), RollUpMoment.Read(row, 11));
            var share = new RollUpShare(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3), new RollUpProgress(row.GetInt32(4), row.GetInt32(5)),
                row.GetInt64(7), row.GetInt64(6), start.Moment, due.Moment);
            lines.Add(new RollUpLine(share, start.At, due.At));
        }

        return lines;
    }
}
