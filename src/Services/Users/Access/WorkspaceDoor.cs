namespace Waymark.Users.Access;

/// <summary>A workspace with its members, tracked for a change, and the caller's rank in it: 1 (guest) to 4 (owner).</summary>
internal sealed record OpenWorkspace(Workspace Workspace, int Rank)
{
    /// <summary>The problem of a caller whose rank does not give the permission; null when it does.</summary>
    public Problem? Demand(string permission) => Rank >= Permissions.MinimumWorkspaceRank[permission]
        ? null
        : Problems.Forbidden($"Your role in {Workspace.Name} does not allow this ({permission}); an admin of the workspace can change it.");
}

/// <summary>Opens workspaces for their members; for everybody else they do not exist.</summary>
internal sealed class WorkspaceDoor(UsersDbContext db, Arrival arrival)
{
    public UsersDbContext Db => db;

    /// <summary>The workspace, or null: absent, deleted and invisible are the same.</summary>
    public async Task<OpenWorkspace?> FindAsync(Guid workspaceId, Guid callerId, CancellationToken ct)
    {
        var workspace = await ReadAsync(workspaceId, ct);
        if (workspace is null && workspaceId == callerId && await arrival.EnsureAsync(callerId, ct))
        {
            workspace = await ReadAsync(workspaceId, ct);
        }

        return workspace?.RankOf(callerId) is > 0 and var rank ? new OpenWorkspace(workspace, rank) : null;
    }

    /// <summary>The workspace whoever asks.</summary>
    public Task<Workspace?> ReadAsync(Guid workspaceId, CancellationToken ct) =>
        db.Workspaces.Include(w => w.Members).FirstOrDefaultAsync(w => w.Id == workspaceId && w.DeletedAt == null, ct);

    /// <summary>
    /// The course of every change of one workspace: find it, let the use case check rights, change it and tell of it, save,
    /// answer. It is decided anew on fresh rows after a clash.
    /// </summary>
    public Task<Results<TAnswer, Problem>> ChangeAsync<TAnswer>(
        Guid workspaceId, Guid callerId, Func<OpenWorkspace, ValueTask<Problem?>> decide, Func<OpenWorkspace, TAnswer> answerOf, CancellationToken ct)
        where TAnswer : IResult =>
        db.DecideAsync<Results<TAnswer, Problem>>(async () =>
        {
            if (await FindAsync(workspaceId, callerId, ct) is not { } open)
            {
                return Problems.NotFound("workspace");
            }

            if (await decide(open) is { } problem)
            {
                return problem;
            }

            var answer = answerOf(open);
            if (answer is IStorableAnswer storable)
            {
                await db.CommitAsync(storable, ct);
            }
            else
            {
                await db.SaveChangesAsync(ct);
            }

            return answer;
        });

    /// <summary>For decisions that need nothing but the workspace.</summary>
    public Task<Results<TAnswer, Problem>> ChangeAsync<TAnswer>(
        Guid workspaceId, Guid callerId, Func<OpenWorkspace, Problem?> decide, Func<OpenWorkspace, TAnswer> answerOf, CancellationToken ct)
        where TAnswer : IResult =>
        ChangeAsync(workspaceId, callerId, open => ValueTask.FromResult(decide(open)), answerOf, ct);
}
