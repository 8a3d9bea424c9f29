namespace Waymark.Projects.Access;

/// <summary>
/// The course of every change of one project: find it, let the use case check rights and change a draft, record the
/// difference, save, answer. A draft that changes nothing writes nothing.
/// </summary>
internal sealed class ProjectChange(ProjectsDbContext db, ProjectDoor door)
{
    /// <summary>A project belongs to its workspace: without one it stays in the trash.</summary>
    public static readonly ProblemKind WorkspaceDeleted =
        ProblemKind.Unprocessable("workspace_deleted", "The workspace of the project was deleted; the project is erased with it.");

    private SaveTransaction? _held;

    /// <summary>The service's context, for use cases that write more than the project.</summary>
    public ProjectsDbContext Db => db;

    /// <summary>Finds other projects that a decision concerns.</summary>
    public ProjectDoor Door => door;

    /// <param name="projectId">The project; a stranger gets 404.</param>
    /// <param name="callerId">Who changes it.</param>
    /// <param name="decide">Changes the draft, or says why not. It runs again on fresh rows after a clash.</param>
    /// <param name="answerOf">Makes the answer from the project after the change.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="isTrashOpen">Whether a project in the trash can be changed too.</param>
    public Task<Results<TAnswer, Problem>> RunAsync<TAnswer>(
        Guid projectId,
        Guid callerId,
        Func<OpenProject, Project, ValueTask<Problem?>> decide,
        Func<OpenProject, TAnswer> answerOf,
        CancellationToken ct,
        bool isTrashOpen = false)
        where TAnswer : IResult =>
        db.DecideAsync<Results<TAnswer, Problem>>(async () =>
        {
            if (await door.FindAsync(projectId, callerId, ct, isTrashOpen) is not { } open)
            {
                return Problems.NotFound("project");
            }

            db.Projects.Attach(open.Project);
            var draft = open.Project.Draft();
            try
            {
                return await decide(open, draft) is { } problem ? problem : await SaveAsync(open, draft, answerOf, ct);
            }
            finally
            {
                await LetGoAsync();
            }
        });

    /// <summary>For decisions that need nothing but the project.</summary>
    public Task<Results<TAnswer, Problem>> RunAsync<TAnswer>(
        Guid projectId, Guid callerId, Func<OpenProject, Project, Problem?> decide, Func<OpenProject, TAnswer> answerOf, CancellationToken ct, bool isTrashOpen = false)
        where TAnswer : IResult =>
        RunAsync(projectId, callerId, (open, draft) => ValueTask.FromResult(decide(open, draft)), answerOf, ct, isTrashOpen);

    /// <summary>Begins the transaction that the change will commit, for a decision that needs locks to hold until then.</summary>
    public async Task HoldAsync(CancellationToken ct) => _held ??= await db.BeginAsync(ct);

    private async Task<Results<TAnswer, Problem>> SaveAsync<TAnswer>(OpenProject open, Project draft, Func<OpenProject, TAnswer> answerOf, CancellationToken ct)
        where TAnswer : IResult
    {
        if (open.Project.DeletedAt is not null && draft.DeletedAt is null)
        {
            await HoldAsync(ct);
            if (await WorkspaceStore.IsDeletedAsync(db, open.Project.WorkspaceId, ct))
            {
                return WorkspaceDeleted.Because();
            }
        }

        db.Record(open.Project, draft);
        var answer = answerOf(open);
        if (answer is IStorableAnswer storable)
        {
            await db.CommitAsync(storable, _held, ct);
        }
        else
        {
            await db.SaveChangesAsync(ct);
            await (_held?.CommitAsync(ct) ?? Task.CompletedTask);
        }

        return answer;
    }

    private async Task LetGoAsync()
    {
        if (_held is { } held)
        {
            _held = null;
            await held.DisposeAsync();
        }
    }
}
