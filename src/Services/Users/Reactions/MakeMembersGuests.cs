using Waymark.Contracts.Projects;
using Waymark.Users.Access;

namespace Waymark.Users.Reactions;

/// <summary>Whoever joins a project from outside becomes a guest of its workspace.</summary>
internal sealed class MakeMembersGuests(UsersDbContext db, WorkspaceDoor door, Arrival arrival) : IEventHandler<MemberAdded>
{
    public async Task HandleAsync(MemberAdded e, EventContext context, CancellationToken ct)
    {
        var id = e.Project.WorkspaceId;
        var workspace = await door.ReadAsync(id, ct);
        // A personal workspace has its person's id, and may be asked for before its person's registration has arrived.
        if (workspace is null && await arrival.EnsureAsync(id, ct))
        {
            workspace = await door.ReadAsync(id, ct);
        }

        if (workspace is null || workspace.RankOf(e.UserId) > 0)
        {
            return;
        }

        if (await db.Profiles.AnyAsync(p => p.Id == e.UserId && p.ErasedAt != null, ct))
        {
            // Too late to be a guest, but those who were there go on seeing whose words they read.
            await db.Database.ExecuteSqlAsync(
                $"insert into former_member (workspace_id, user_id) values ({id}, {e.UserId}) on conflict do nothing", ct);
            return;
        }

        workspace.SetRole(e.UserId, WorkspaceRoles.Guest, db.Scope.Now);
        db.Tell(workspace, state => new WorkspaceMemberAdded(state, e.UserId, WorkspaceRoles.Guest));
        await db.SaveChangesAsync(ct);
    }
}
