using Npgsql;
using Waymark.Projects.Views;

namespace Waymark.Projects.Workloads;

/// <summary>Hours a week planned for a project from one day to another; <paramref name="IsSeen"/> by the caller.</summary>
internal sealed record PlannedSpan(Guid ProjectId, bool IsSeen, DateOnly From, DateOnly To, decimal HoursPerWeek);

/// <summary>Days off; the halves of each day are bits: 1 is the morning, 2 the afternoon.</summary>
internal readonly record struct OffSpan(DateOnly From, DateOnly To, int Halves);

/// <summary>Everything that fills the weeks of one person.</summary>
internal sealed class PersonWeeks
{
    public decimal? HoursPerWeek { get; set; }

    public List<PlannedSpan> Plans { get; } = [];

    public List<OffSpan> DaysOff { get; } = [];
}

/// <summary>Reads it in one statement for everybody at once.</summary>
internal static class WorkloadRows
{
    private const string Query =
        $"""
        select 'plan', a.user_id, a."from", a."to", a.hours_per_week, p.id, {ListProjects.Visible}
        from allocation a join project p on p.id = a.project_id
        where a.user_id = any(@people) and a."from" <= @to and a."to" >= @from
            and a.workspace_id = @workspace and p.deleted_at is null and p.archived_at is null
        union all
        select 'off', d.user_id, d."from", d."to", case d.part when 'morning' then 1 when 'afternoon' then 2 else 3 end, null, null
        from day_off d where d.user_id = any(@people) and d."from" <= @to and d."to" >= @from
        union all
        select 'capacity', c.user_id, null, null, c.hours_per_week, null, null
        from capacity c where c.user_id = any(@people)
        """;

    public static async Task<Dictionary<Guid, PersonWeeks>> ReadAsync(
        ProjectsDbContext db, Guid workspaceId, Guid callerId, Guid[] people, DateOnly from, DateOnly to, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("people", people));
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", workspaceId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("from", from));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("to", to));
        await using var row = await command.ExecuteReaderAsync(ct);
        var weeks = people.ToDictionary(id => id, _ => new PersonWeeks());
        while (await row.ReadAsync(ct))
        {
            var person = weeks[row.GetGuid(1)];
            switch (row.GetString(0))
            {
                case "plan":
                    person.Plans.Add(new PlannedSpan(row.GetGuid(5), row.GetBoolean(6), row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3), row.GetDecimal(4)));
                    break;
                case "off":
                    person.DaysOff.Add(new OffSpan(row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3), (int)row.GetDecimal(4)));
                    break;
                default:
                    person.HoursPerWeek = row.GetDecimal(4);
                    break;
            }
        }

        return weeks;
    }
}
