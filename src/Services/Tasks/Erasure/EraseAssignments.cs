using Npgsql;
using Waymark.Contracts.Tasks;
using Waymark.Contracts.Users;
using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Tasks.Erasure;

/// <summary>
/// Nobody waits for an erased person: they are assigned to nothing and watch nothing any more. What they wrote stays, it belongs
/// to the project; streams know people by id alone. Tasks of projects that are gone are erased with their history, and so
/// are views that nobody else sees.
/// </summary>
internal sealed class EraseAssignments(TasksDbContext db) : IEventHandler<AccountDetached>
{
    private const string Views = "delete from saved_view where owner_id = @user and visibility = 'private'";

    public async Task HandleAsync(AccountDetached e, EventContext context, CancellationToken ct)
    {
        await EraseProject.EraseAsync(db, [.. e.ErasedProjectIds], ct);
        await using (var views = await db.CommandAsync(Views, ct))
        {
            views.Parameters.Add(new NpgsqlParameter<Guid>("user", e.UserId));
            await views.ExecuteNonQueryAsync(ct);
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
