using Waymark.Platform.Messaging.DeadLetters;

namespace Waymark.Users.Erasure;

/// <summary>
/// The users' own part of an erasure: the person leaves every workspace, what was theirs alone goes, and the profile becomes a
/// tombstone that still answers for the id.
/// </summary>
internal sealed class PersonTombstone(UsersDbContext db)
{
    /// <summary>Writes it, within the saga's transaction.</summary>
    public async Task PutAsync(ErasureState erasure, CancellationToken ct)
    {
        var userId = erasure.UserId;
        var workspaces = await db.Workspaces.Include(w => w.Members)
            .Where(w => w.DeletedAt == null && (w.Id == userId || w.Members.Any(m => m.UserId == userId))).ToListAsync(ct);
        foreach (var workspace in workspaces)
        {
            var isAlone = workspace.Id == userId ? !erasure.IsWorkspaceAlive : workspace.Members.Count == 1;
            if (isAlone)
            {
                End(workspace);
            }
            else
            {
                await LeaveAsync(workspace, userId, ct);
            }
        }

        await db.Preferences.Where(p => p.UserId == userId).ExecuteDeleteAsync(ct);
        if (await db.Profiles.SingleOrDefaultAsync(p => p.Id == userId, ct) is { } profile)
        {
            await db.Invitations.Where(i => i.Folded == profile.EmailFolded).ExecuteDeleteAsync(ct);
            profile.Forget(db.Scope.Now);
            db.Publish(profile, profile.Updated(FieldChanges.None));
        }

        await db.EraseTracesAsync(new MessageTrace(
            userId, ErasedPerson.EventKeys(userId), erasure.ErasedProjectIds, ErasedPerson.MentionPattern(userId), ErasedPerson.Mention(userId)), ct);
        await db.SaveChangesAsync(ct);
    }

    private void End(Workspace workspace)
    {
        workspace.DeletedAt = db.Scope.Now;
        workspace.Name = "";
        workspace.Members.Clear();
        db.Tell(workspace, state => new WorkspaceDeleted(state));
        db.Workspaces.Remove(workspace);
    }

    private async Task LeaveAsync(Workspace workspace, Guid userId, CancellationToken ct)
    {
        if (workspace.Id == userId)
        {
            // Projects of others live on in it; its place in their addresses stays, its name goes.
            workspace.Name = $"{ErasedPerson.Name}'s workspace";
        }
        else if (workspace.IsLastOwner(userId) && workspace.Members.Where(m => m.UserId != userId).MinBy(m => (-m.Rank, m.JoinedAt)) is { } heir)
        {
            // Asked before the erasure began; only a change in that very moment leads here.
            workspace.SetRole(heir.UserId, WorkspaceRoles.Owner, db.Scope.Now);
            db.Tell(workspace, state => new WorkspaceMemberChanged(state, heir.UserId, WorkspaceRoles.Owner));
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into former_member (workspace_id, user_id) values ({workspace.Id}, {userId}) on conflict do nothing", ct);
        workspace.Remove(userId);
        db.Tell(workspace, state => new WorkspaceMemberRemoved(state, userId));
    }
}
