namespace Waymark.Users.Access;

/// <summary>Answers the services that lack a workspace, or the person's membership in it.</summary>
internal sealed class AnswerWorkspaceAccess(UsersDbContext db, Arrival arrival) : IWorkspaceAccess
{
    public async Task<WorkspaceState?> FindAsync(Guid workspaceId, Guid userId, CancellationToken ct)
    {
        var state = await ReadAsync(workspaceId, userId, ct);
        return state is null && workspaceId == userId && await arrival.EnsureAsync(userId, ct) ? await ReadAsync(workspaceId, userId, ct) : state;
    }

    private async Task<WorkspaceState?> ReadAsync(Guid workspaceId, Guid userId, CancellationToken ct)
    {
        var workspace = await db.Workspaces.AsNoTracking().Include(w => w.Members)
            .FirstOrDefaultAsync(w => w.Id == workspaceId && w.DeletedAt == null && w.Members.Any(m => m.UserId == userId), ct);
        return workspace?.State(workspace.Version);
    }
}
