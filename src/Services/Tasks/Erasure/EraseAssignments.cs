using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Tasks.Erasure;

/// <summary>
/// Nobody waits for an erased person: they are assigned to nothing and watch nothing any more. What they wrote stays, it belongs
/// to the project; streams know people by id alone. Tasks of projects that are gone are erased with their history.
/// </summary>
internal sealed class EraseAssignments(TasksDbContext db) : IEventHandler<AccountDetached>
{
    private const string Projects =
        """
        with gone as (delete from task where project_id = any(@projects) returning id),
        events as (delete from task_event e using gone where e.stream_id = gone.id),
        templates as (delete from task_template where project_id = any(@projects)),
        calendars as (delete from project_calendar where project_id = any(@projects)),
        allocations as (delete from project_allocation where project_id = any(@projects)),
        labels as (delete from project_label where project_id = any(@projects)),
        milestones as (delete from project_milestone where project_id = any(@projects)),
        fields as (delete from project_field where project_id = any(@projects)),
        types as (delete from project_type where project_id = any(@projects))
        delete from project_counter where project_id = any(@projects)
        """;

    public async Task HandleAsync(AccountDetached e, EventContext context, CancellationToken ct)
    {
        await using (var projects = await db.CommandAsync(Projects, ct))
        {
            projects.Parameters.Add(new NpgsqlParameter<Guid[]>("projects", [.. e.ErasedProjectIds]));
            await projects.ExecuteNonQueryAsync(ct);
        }

        await LeaveTasksAsync(e.UserId, ct);
        await db.EraseTracesAsync(new MessageTrace(
            e.UserId, ErasedPerson.EventKeys(e.UserId), e.ErasedProjectIds, ErasedPerson.MentionPattern(e.UserId), ErasedPerson.Mention(e.UserId)), ct);
        db.PublishAlone("account", new AssignmentsErased(e.UserId, e.ErasureId));
        await db.SaveChangesAsync(ct);
    }

    private async Task LeaveTasksAsync(Guid userId, CancellationToken ct)
    {
        Guid[] person = [userId];
        var id = userId.ToString();
        var tasks = await db.Tasks
            .FromSql(
                $"""
                select * from task where {userId} = any(assignee_ids) or {userId} = any(watcher_ids) or {userId} = any(muted_ids)
                    or strpos(steps, {id}) > 0 or strpos(custom_fields::text, {id}) > 0
                """)
            .ToListAsync(ct);
        var ids = tasks.Select(t => t.ProjectId).Distinct().ToList();
        var projects = await db.Set<ProjectCopy>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var task in tasks)
        {
            var draft = task.Draft();
            draft.AssigneeIds = [.. task.AssigneeIds.Except(person)];
            draft.WatcherIds = [.. task.WatcherIds.Except(person)];
            draft.MutedIds = task.MutedIds?.Except(person).ToArray() is { Length: > 0 } others ? others : null;
            draft.Steps = [.. task.Steps.Select(s => s.AssigneeId == userId ? s with { AssigneeId = null } : s)];
            draft.Custom = task.Custom.WithoutText(id);
            db.Record(task, draft, projects[task.ProjectId]);
        }
    }
}
