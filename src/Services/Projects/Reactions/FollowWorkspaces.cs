using System.Linq.Expressions;
using Waymark.Contracts.Users;

namespace Waymark.Projects.Reactions;

/// <summary>
/// What happens to a workspace happens to its projects: they take its time zone, lose whom it loses, and go to the trash with it. Its templates
/// and goals are deleted.
/// </summary>
internal sealed class FollowWorkspaces(ProjectsDbContext db)
    : IEventHandler<WorkspaceCreated>, IEventHandler<WorkspaceUpdated>, IEventHandler<WorkspaceDeleted>, IEventHandler<WorkspaceMemberRemoved>
{
    public Task HandleAsync(WorkspaceCreated e, EventContext context, CancellationToken ct) => TakeTimeZoneAsync(e.Workspace, ct);

    public Task HandleAsync(WorkspaceUpdated e, EventContext context, CancellationToken ct) => TakeTimeZoneAsync(e.Workspace, ct);

    /// <summary>The copy goes first: it waits for those who are putting something into the workspace, and refuses who comes later.</summary>
    public async Task HandleAsync(WorkspaceDeleted e, EventContext context, CancellationToken ct)
    {
        await WorkspaceStore.StoreAsync(db, e.Workspace, ct);
        await db.Templates.Where(t => t.WorkspaceId == e.Workspace.Id).ExecuteDeleteAsync(ct);
        await db.Goals.Where(g => g.WorkspaceId == e.Workspace.Id).ExecuteDeleteAsync(ct);
        await ChangeAllAsync(p => p.WorkspaceId == e.Workspace.Id && p.DeletedAt == null, draft => draft.DeletedAt = context.At, ct);
    }

    /// <summary>A project that loses its only owner falls to an owner of the workspace. Who has joined again since stays.</summary>
    public Task HandleAsync(WorkspaceMemberRemoved e, EventContext context, CancellationToken ct)
    {
        var heir = e.Workspace.Members.FirstOrDefault(m => m.Role == WorkspaceRoles.Owner)?.UserId;
        return ChangeAllAsync(
            p => p.WorkspaceId == e.Workspace.Id && p.Members.Any(m => m.UserId == e.UserId && m.JoinedAt < context.At),
            draft =>
            {
                if (draft.IsLastOwner(e.UserId) && heir is { } userId)
                {
                    draft.HandOver(userId);
                }

                draft.Remove(e.UserId);
            },
            ct);
    }

    private Task TakeTimeZoneAsync(WorkspaceState workspace, CancellationToken ct) =>
        ChangeAllAsync(p => p.WorkspaceId == workspace.Id && p.TimeZone != workspace.TimeZone, draft => draft.TimeZone = workspace.TimeZone, ct);

    private async Task ChangeAllAsync(Expression<Func<Project, bool>> which, Action<Project> change, CancellationToken ct)
    {
        foreach (var project in await db.Projects.Include(p => p.Members).Where(which).ToListAsync(ct))
        {
            var draft = project.Draft();
            change(draft);
            db.Record(project, draft);
        }

        await db.SaveChangesAsync(ct);
    }
}
