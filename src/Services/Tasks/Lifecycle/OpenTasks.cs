using Npgsql;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

/// <summary>Many tasks that the caller may see, with what the caller may do in their projects: one round trip for all.</summary>
internal sealed record OpenTasks(IReadOnlyList<TaskItem> Tasks, IReadOnlyDictionary<Guid, Access> Projects)
{
    /// <summary>Those of the projects that have fields that are computed.</summary>
    public IReadOnlySet<Guid> Computing { get; private init; } = new HashSet<Guid>();

    private const string Named = "t.id = any(@ids) and t.deleted_at is null";

    private const string NamedOrDeleted = "t.id = any(@ids)";

    private const string WithSubtasks =
        """
        t.id in (
            with recursive family as (
                select r.id from task r where r.id = any(@ids) and r.deleted_at is null
                union
                select c.id from task c join family f on c.parent_id = f.id where c.deleted_at is null)
            select id from family)
        """;

    /// <summary>In the order of their ids, so that those who write the same tasks wait for each other instead of blocking each other.</summary>
    private static string Query(string chosen) =>
        $"""
        select {TaskRow.ChangedColumns}, t.deleted_at from task t where {chosen} order by t.id;
        select {ProjectRow.Columns}, {AccessSql.Rank}, {ProjectFields.HaveComputed} from project p {AccessSql.Joins}
        where p.state <> 'deleted' and p.id in (select t.project_id from task t where t.id = any(@ids))
        """;

    private static readonly string QueryNamed = Query(Named);
    private static readonly string QueryNamedOrDeleted = Query(NamedOrDeleted);
    private static readonly string QueryWithSubtasks = Query(WithSubtasks);

    /// <summary>What of these ids the caller may see, in the trash or not.</summary>
    public static Task<OpenTasks> FindInTrashTooAsync(TasksDbContext db, ProjectGuard<TasksDbContext> guard, Guid[] ids, Guid callerId, CancellationToken ct) =>
        FindAsync(db, guard, QueryNamedOrDeleted, ids, callerId, ct);

    /// <summary>What of these ids the caller may see, on request with everything below.</summary>
    public static Task<OpenTasks> FindAsync(
        TasksDbContext db, ProjectGuard<TasksDbContext> guard, Guid[] ids, bool withSubtasks, Guid callerId, CancellationToken ct) =>
        FindAsync(db, guard, withSubtasks ? QueryWithSubtasks : QueryNamed, ids, callerId, ct);

    private static async Task<OpenTasks> FindAsync(
        TasksDbContext db, ProjectGuard<TasksDbContext> guard, string query, Guid[] ids, Guid callerId, CancellationToken ct)
    {
        var (tasks, projects, computing) = await ReadAsync(db, query, ids, callerId, ct);
        foreach (var (id, access) in projects.ToList())
        {
            // Only a project of which this service has not heard yet that it is the caller's costs a question.
            if (access.Rank > 0)
            {
                continue;
            }

            if (await guard.FindAsync(id, callerId, ct) is { } learned)
            {
                projects[id] = learned;
            }
            else
            {
                projects.Remove(id);
            }
        }

        return new OpenTasks(tasks.FindAll(t => projects.ContainsKey(t.ProjectId)), projects) { Computing = computing };
    }

    private static async Task<(List<TaskItem> Tasks, Dictionary<Guid, Access> Projects, HashSet<Guid> Computing)> ReadAsync(
        TasksDbContext db, string query, Guid[] ids, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", ids));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        var tasks = new List<TaskItem>(ids.Length);
        while (await row.ReadAsync(ct))
        {
            var task = TaskRow.ReadWhole(row);
            task.DeletedAt = row.IsDBNull(TaskRow.WholeCount) ? null : row.GetFieldValue<DateTimeOffset>(TaskRow.WholeCount);
            tasks.Add(task);
        }

        var (projects, computing) = (new Dictionary<Guid, Access>(), new HashSet<Guid>());
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var project = ProjectRow.Read(row, 0);
            projects[project.Id] = new Access(project, row.GetInt16(ProjectRow.Count));
            if (row.GetBoolean(ProjectRow.Count + 1))
            {
                computing.Add(project.Id);
            }
        }

        return (tasks, projects, computing);
    }
}
