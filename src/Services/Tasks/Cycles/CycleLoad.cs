using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Model.Planning;

namespace Waymark.Tasks.Cycles;

/// <summary>What somebody has to do in a cycle.</summary>
internal sealed record PersonLoad(long Minutes, int Tasks);

/// <summary>What the tasks of a cycle come to, for each of its people.</summary>
internal sealed class CycleLoad(Guid cycleId)
{
    /// <summary>Two years; nobody plans their days off further ahead.</summary>
    private const int MostDays = 731;

    private const string Query =
        """
        select week, holidays from project_calendar where project_id = @project;
        select t.estimate_minutes, t.assignee_ids from cycle_task ct join task t on t.id = ct.task_id
        where ct.cycle_id = @cycle and t.deleted_at is null order by t.number;
        select user_id, true from project_allocation
        where project_id = @project and not is_deleted and "from" <= @last and "to" >= @first
        union all
        select m.user_id, false from project_member m where m.project_id = @project and m.rank >= @editor;
        """;

    private readonly SortedDictionary<Guid, PersonLoad> _people = [];

    public Guid CycleId => cycleId;

    public IReadOnlyDictionary<Guid, PersonLoad> People => _people;

    public long EstimateMinutes { get; private set; }

    public long UnassignedMinutes { get; private set; }

    public int UnestimatedCount { get; private set; }

    /// <summary>Reads it, and the days of the cycle on which is worked.</summary>
    public static async Task<(CycleLoad Load, Workdays Workdays)> ReadAsync(TasksDbContext db, Cycle cycle, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", cycle.ProjectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("cycle", cycle.Id));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("first", cycle.StartDate));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("last", cycle.EndDate));
        command.Parameters.Add(new NpgsqlParameter<short>("editor", (short)Permissions.MinimumProjectRank[Permissions.TaskEdit]));
        await using var row = await command.ExecuteReaderAsync(ct);
        var calendar = new ProjectCalendar();
        if (await row.ReadAsync(ct))
        {
            (calendar.WeekJson, calendar.Holidays) = (row.GetString(0), row.GetFieldValue<DateOnly[]>(1));
        }

        var load = new CycleLoad(cycle.Id);
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            load.Add(row.IsDBNull(0) ? null : row.GetInt32(0), row.GetFieldValue<Guid[]>(1));
        }

        await row.NextResultAsync(ct);
        var (planned, editors) = (new List<Guid>(), new List<Guid>());
        while (await row.ReadAsync(ct))
        {
            (row.GetBoolean(1) ? planned : editors).Add(row.GetGuid(0));
        }

        foreach (var person in planned.Count + load._people.Count > 0 ? planned : editors)
        {
            load._people.TryAdd(person, new PersonLoad(0, 0));
        }

        return (load, WorkdaysOf(cycle, calendar));
    }

    /// <summary>Whether the cycle reaches further than anybody knows their time.</summary>
    public static bool IsTooLong(Cycle cycle) => DaysOf(cycle) > MostDays;

    private static int DaysOf(Cycle cycle) => cycle.EndDate.DayNumber - cycle.StartDate.DayNumber + 1;

    private static Workdays WorkdaysOf(Cycle cycle, ProjectCalendar calendar)
    {
        var worked = calendar.Week.Select(d => ProjectCalendar.DayOf(d.Day)).ToHashSet();
        var holidays = calendar.Holidays.ToHashSet();
        var days = Enumerable.Range(0, IsTooLong(cycle) ? 0 : DaysOf(cycle)).Select(cycle.StartDate.AddDays);
        return new Workdays([.. days.Where(d => worked.Contains(d.DayOfWeek) && !holidays.Contains(d))], worked.Count);
    }

    private void Add(int? estimate, Guid[] assignees)
    {
        var minutes = estimate ?? 0;
        EstimateMinutes += minutes;
        UnestimatedCount += estimate is null ? 1 : 0;
        UnassignedMinutes += assignees.Length == 0 ? minutes : 0;
        for (var i = 0; i < assignees.Length; i++)
        {
            // What cannot be shared evenly goes to the first of them.
            var share = (minutes / assignees.Length) + (i < minutes % assignees.Length ? 1 : 0);
            var known = _people.GetValueOrDefault(assignees[i]) ?? new PersonLoad(0, 0);
            _people[assignees[i]] = new PersonLoad(known.Minutes + share, known.Tasks + 1);
        }
    }
}
