using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Lifecycle;

/// <summary>A task that the caller may see, with what the caller may do in its project.</summary>
internal sealed record OpenTask(TaskItem Task, Access Access)
{
    /// <summary>The columns of task <c>t</c> in project <c>p</c> that <see cref="Read"/> expects.</summary>
    internal const string Columns = $"{TaskRow.ChangedColumns}, {ProjectRow.Columns}, {AccessSql.Rank}, {ProjectFields.HaveComputed}";

    private static readonly string Query =
        $"""
        select {Columns}
        from task t join project p on p.id = t.project_id {AccessSql.JoinsOf("$2")}
        where t.id = $1 and t.deleted_at is null and p.state <> 'deleted'
        """;

    public ProjectCopy Project => Access.Project;

    /// <summary>Whether the project has fields that are computed.</summary>
    public bool HasComputed { get; private init; }

    /// <summary>
    /// Loads by id or key. A caller without membership in this service's copy is looked up at projects once; then absent and
    /// invisible are the same.
    /// </summary>
    public static async Task<(OpenTask? Found, Problem? Problem)> FindAsync(
        TasksDbContext db, IProjectAccess projects, TaskReference reference, Guid callerId, CancellationToken ct)
    {
        var (id, problem) = await reference.ResolveAsync(db, callerId, ct);
        if (problem is not null)
        {
            return (null, problem);
        }

        var open = await LoadAsync(db, id, callerId, ct);
        if (open is { Access.Rank: 0 })
        {
            var guard = new ProjectGuard<TasksDbContext>(db, projects);
            open = await guard.FindAsync(open.Project.Id, callerId, ct) is { } access ? open with { Access = access } : null;
        }

        return open is null ? (null, Problems.NotFound("task")) : (open, null);
    }

    /// <summary>
    /// Answers what a statement reads of one task, in one trip where the reference is an id. A key, or a task that this service's copy of the
    /// memberships does not show to the caller yet, is looked for first.
    /// </summary>
    public static async Task<Results<Answer<T>, Problem>> AnswerAsync<T>(
        TasksDbContext db, IProjectAccess projects, TaskReference reference, Guid callerId, Func<Guid, Task<T?>> readAsync, CancellationToken ct)
        where T : class
    {
        if (reference.Id is { } id && await readAsync(id) is { } found)
        {
            return Answers.Ok(found);
        }

        var (open, problem) = await FindAsync(db, projects, reference, callerId, ct);
        return problem is not null ? problem
            : await readAsync(open!.Task.Id) is { } read ? Answers.Ok(read)
            : Problems.NotFound("task");
    }

    private static async Task<OpenTask?> LoadAsync(TasksDbContext db, Guid id, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.With(id).With(callerId);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Read(row) : null;
    }

    /// <summary>The task in the current row; the caller's rank may be none.</summary>
    internal static OpenTask Read(NpgsqlDataReader row)
    {
        const int project = TaskRow.WholeCount;
        return new OpenTask(
            TaskRow.ReadWhole(row),
            new Access(ProjectRow.Read(row, project), row.GetInt16(project + ProjectRow.Count)))
        {
            HasComputed = row.GetBoolean(project + ProjectRow.Count + 1),
        };
    }

    /// <summary>The task as it is answered, with what is computed, also where a change of it is yet to be saved.</summary>
    public async Task<TaskResponse> AnswerAsync(TasksDbContext db, CancellationToken ct) =>
        (await ComputedValues.AfterAsync(db, HasComputed, Task, ct)).On(TaskResponse.Of(Task, Project.Key));
}
