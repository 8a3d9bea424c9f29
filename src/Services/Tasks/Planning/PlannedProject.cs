using Npgsql;
using Waymark.Tasks.Model.Planning;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Planning;

/// <summary>
/// The open tasks of a project as a plan, and what its numbers stand for. A closed task keeps nobody waiting, and a dependency on a
/// task of another project ties nothing here; sub-tasks are tasks like all others.
/// </summary>
internal sealed class PlannedProject
{
    private const string Query =
        """
        select week, holidays from project_calendar where project_id = @project;
        select user_id, hours_per_week from project_allocation
        where project_id = @project and not is_deleted and "to" >= @day order by user_id, "from", id;
        select t.id, t.number, coalesce(t.duration_minutes, t.estimate_minutes), t.start_at, t.due_at, t.priority, t.assignee_ids, t.deadline_on, t.deadline_at from task t
        where t.project_id = @project and t.deleted_at is null and t.completed_at is null order by t.number;
        select d.id, d.from_id, d.to_id, d.link, d.lag_minutes from task t join task_dependency d on d.from_id = t.id and d.kind = 0
        where t.project_id = @project and t.deleted_at is null and t.completed_at is null order by d.id;
        """;

    private readonly List<(Guid Id, int Number, Moment? Deadline)> _tasks = [];
    private readonly List<Guid> _dependencies = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly Dictionary<Guid, int> _people = [];
    private readonly Dictionary<Guid, decimal> _hoursPerWeek = [];

    private PlannedProject(ProjectCopy project, ProjectPlan plan) => (Project, Plan) = (project, plan);

    public ProjectCopy Project { get; }

    public ProjectPlan Plan { get; }

    /// <summary>Reads the project; nothing of it is planned before <paramref name="start"/>.</summary>
    public static async Task<PlannedProject> ReadAsync(TasksDbContext db, ProjectCopy project, DateTimeOffset start, CancellationToken ct)
    {
        var zone = TimeZones.Find(project.TimeZone);
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", project.Id));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("day", DateOnly.FromDateTime(new WallClock(zone).Read(start))));
        await using var row = await command.ExecuteReaderAsync(ct);
        var calendar = new ProjectCalendar { ProjectId = project.Id, WorkspaceId = project.WorkspaceId };
        if (await row.ReadAsync(ct))
        {
            (calendar.WeekJson, calendar.Holidays) = (row.GetString(0), row.GetFieldValue<DateOnly[]>(1));
        }

        var planned = new PlannedProject(project, new ProjectPlan(calendar.In(zone), start));
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            // The plan of today, or else the next one.
            planned._hoursPerWeek.TryAdd(row.GetGuid(0), row.GetDecimal(1));
        }

        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            planned.AddTask(row, calendar.Week.Length);
        }

        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            planned.AddLink(row);
        }

        return planned;
    }

    public Guid IdOf(int task) => _tasks[task].Id;

    public string KeyOf(int task) => $"{Project.Key}-{_tasks[task].Number}";

    public Moment? DeadlineOf(int task) => _tasks[task].Deadline;

    public Guid DependencyOf(int link) => _dependencies[link];

    /// <summary>The number of a task in the plan; null for one that is closed.</summary>
    public int? PlaceOf(Guid taskId) => _places.TryGetValue(taskId, out var place) ? place : null;

    private void AddTask(NpgsqlDataReader row, int weekdays)
    {
        var task = new PlannedTask(
            row.IsDBNull(2) ? 0 : row.GetInt32(2),
            NotBefore: row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3),
            Due: InReach(row, 4),
            Priority: row.GetInt16(5),
            Deadline: InReach(row, 8));
        var place = Plan.Add(task);
        var deadline = Moment.FromColumns(row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8));
        _tasks.Add((row.GetGuid(0), row.GetInt32(1), deadline));
        _places[row.GetGuid(0)] = place;
        foreach (var person in row.GetFieldValue<Guid[]>(6))
        {
            Plan.Assign(place, PersonOf(person, weekdays));
        }
    }

    private void AddLink(NpgsqlDataReader row)
    {
        if (PlaceOf(row.GetGuid(1)) is { } from && PlaceOf(row.GetGuid(2)) is { } to)
        {
            Plan.Add(new Link(from, to, (LinkKind)row.GetInt16(3), row.GetInt32(4)));
            _dependencies.Add(row.GetGuid(0));
        }
    }

    /// <summary>Somebody for whom nothing is planned has all of the calendar's time.</summary>
    private int PersonOf(Guid userId, int weekdays)
    {
        if (!_people.TryGetValue(userId, out var person))
        {
            var minutes = _hoursPerWeek.TryGetValue(userId, out var hours) ? Math.Max(1, (int)(hours * 60 / weekdays)) : WorkingHours.MinutesADay;
            _people[userId] = person = Plan.Add(new PersonCapacity(minutes));
        }

        return person;
    }

    /// <summary>A moment that was missed long ago is missed all the same, and working time need not reach back that far.</summary>
    private DateTimeOffset? InReach(NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            return null;
        }

        var (moment, first) = (row.GetFieldValue<DateTimeOffset>(column), Plan.Start.AddYears(-1));
        return moment > first ? moment : first;
    }
}
