using Npgsql;
using Waymark.Tasks.Model.Forecasting;

namespace Waymark.Tasks.Forecasts;

/// <summary>The open milestones of a project in the order in which they are due, and how much the project finished in each of the last weeks.</summary>
internal sealed record OpenMilestones(IReadOnlyList<OpenMilestone> Milestones, IReadOnlyList<int> Weeks)
{
    private const int DaysAWeek = 7;

    private const string Query =
        """
        select m.id, m.due_on, count(t.id)::int, coalesce(sum(t.estimate_minutes), 0)::bigint, count(t.due_at)::int, max(t.due_on),
            max(t.due_at) filter (where t.due_on is null),
            exists (select from task d where d.milestone_id = m.id and d.deleted_at is null and d.status_category = 'completed')
        from project_milestone m left join task t on t.milestone_id = m.id and t.deleted_at is null and t.completed_at is null
        where m.project_id = @project and not m.is_gone and not m.is_reached
        group by m.id order by m.due_on nulls last, m.id;
        select min(t.created_at) from task t where t.project_id = @project and t.deleted_at is null;
        select floor(extract(epoch from @today - t.completed_at) / 604800)::int as week, count(*)::int from task t
        where t.project_id = @project and t.deleted_at is null and t.status_category = 'completed'
            and t.completed_at > @first and t.completed_at <= @today
        group by week;
        """;

    /// <summary>Reads them in one trip; weeks are stretches of seven days that end with yesterday.</summary>
    public static async Task<OpenMilestones> ReadAsync(TasksDbContext db, ProjectCopy project, DateOnly today, CancellationToken ct)
    {
        var clock = new WallClock(TimeZones.Find(project.TimeZone));
        var (end, _) = clock.Find(today.ToDateTime(TimeOnly.MinValue));
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", project.Id));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("today", end));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("first", end.AddDays(-DaysAWeek * ThroughputForecast.MostWeeks)));
        await using var row = await command.ExecuteReaderAsync(ct);
        var milestones = new List<OpenMilestone>();
        while (await row.ReadAsync(ct))
        {
            milestones.Add(new OpenMilestone(
                row.GetGuid(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1), row.GetInt32(2), row.GetInt64(3), row.GetBoolean(7), PlannedOn(row, clock)));
        }

        await row.NextResultAsync(ct);
        await row.ReadAsync(ct);
        var age = row.IsDBNull(0) ? TimeSpan.Zero : end - row.GetFieldValue<DateTimeOffset>(0);
        var weeks = new int[Math.Clamp((int)(age.TotalDays / DaysAWeek), 0, ThroughputForecast.MostWeeks)];
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            if (row.GetInt32(0) is var week && week < weeks.Length)
            {
                weeks[week] = row.GetInt32(1);
            }
        }

        return new OpenMilestones(milestones, weeks);
    }

    /// <summary>The last due day, where every open task has one.</summary>
    private static DateOnly? PlannedOn(NpgsqlDataReader row, WallClock clock)
    {
        if (row.GetInt32(2) == 0 || row.GetInt32(4) < row.GetInt32(2))
        {
            return null;
        }

        var day = row.IsDBNull(5) ? DateOnly.MinValue : row.GetFieldValue<DateOnly>(5);
        var other = row.IsDBNull(6) ? DateOnly.MinValue : DateOnly.FromDateTime(clock.Read(row.GetFieldValue<DateTimeOffset>(6)));
        return day > other ? day : other;
    }
}
