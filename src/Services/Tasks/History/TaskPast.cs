using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.History;

/// <summary>A task as it stood at an instant: its stream replayed up to there, deleted tasks included.</summary>
internal static class TaskPast
{
    private const string Owner =
        $"""
        select t.project_id, t.workspace_id, p.key, p.time_zone, {ProjectFields.HaveComputed}, {AccessSql.Rank}
        from task t join project p on p.id = t.project_id {AccessSql.Joins}
        where t.id = @id and p.state <> 'deleted'
        """;

    public static async Task<(TaskResponse? Task, Problem? Problem)> ReadAsync(
        TaskReference reference, string asOf, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        if (!InstantConverter.TryParse(asOf, out var instant))
        {
            return (null, Problems.Invalid("asOf", "An instant such as 2026-03-01T09:30:00Z is expected."));
        }

        var (id, problem) = await reference.ResolveAsync(db, caller.Id, ct);
        if (problem is not null)
        {
            return (null, problem);
        }

        if (await FindOwnerAsync(db, projects, id, caller.Id, ct) is not { } owner)
        {
            return (null, Problems.NotFound("task"));
        }

        var task = await ReplayAsync(db, new TaskItem { Id = id, ProjectId = owner.ProjectId, WorkspaceId = owner.WorkspaceId }, instant, ct);
        task.Fields = task.CustomJson is null ? [] : await ProjectFields.ReadAsync(db, owner.ProjectId, ct);
        if (task is not { Version: > 0, DeletedAt: null })
        {
            return (null, Problems.NotFound("task at that instant"));
        }

        var answer = TaskResponse.Of(task, owner.Key);
        if (owner.HasComputed)
        {
            task.PlaceDates(TimeZones.Find(owner.TimeZone));
            answer = (await ComputedValues.AtAsync(db, owner.ProjectId, [task], instant, ct)).On(answer);
        }

        return (answer, null);
    }

    /// <summary>The state of a task at an instant; version 0 when it was not there yet.</summary>
    public static async Task<TaskItem> ReplayAsync(TasksDbContext db, TaskItem task, DateTimeOffset instant, CancellationToken ct)
    {
        var events = await db.Stream.AsNoTracking().Where(e => e.StreamId == task.Id && e.At <= instant).OrderBy(e => e.Version).ToListAsync(ct);
        var then = new TaskItem { Id = task.Id, ProjectId = task.ProjectId, WorkspaceId = task.WorkspaceId };
        events.ForEach(then.Apply);
        return then;
    }

    /// <summary>The project of a task, deleted or not, if the caller may see it.</summary>
    public static async Task<TaskOwner?> FindOwnerAsync(
        TasksDbContext db, IProjectAccess projects, Guid taskId, Guid callerId, CancellationToken ct)
    {
        TaskOwner owner;
        await using (var command = await db.CommandAsync(Owner, ct))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid>("id", taskId));
            command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
            await using var row = await command.ExecuteReaderAsync(ct);
            if (!await row.ReadAsync(ct))
            {
                return null;
            }

            owner = new TaskOwner(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetBoolean(4));
            if (row.GetInt16(5) > 0)
            {
                return owner;
            }
        }

        return await new ProjectGuard<TasksDbContext>(db, projects).LearnAsync(owner.ProjectId, callerId, ct) ? owner : null;
    }
}

/// <summary>The project that a task belongs to.</summary>
internal sealed record TaskOwner(Guid ProjectId, Guid WorkspaceId, string Key, string TimeZone, bool HasComputed);
