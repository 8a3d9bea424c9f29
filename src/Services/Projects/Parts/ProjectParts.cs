using Waymark.Projects.Access;

namespace Waymark.Projects.Parts;

/// <summary>
/// The course of every use case on a part of a project: find the project, check the right, open the row, check its version,
/// let the use case decide, record the difference, save, answer. A change that changes nothing writes nothing.
/// </summary>
internal sealed class ProjectParts(ProjectsDbContext db, ProjectDoor door)
{
    /// <summary>The service's context, for what a use case looks up itself.</summary>
    public ProjectsDbContext Db => db;

    /// <param name="kind">Which kind of part.</param>
    /// <param name="projectId">The project; a stranger gets 404.</param>
    /// <param name="callerId">Who adds it.</param>
    /// <param name="permission">What that takes.</param>
    /// <param name="make">Makes the row, or says why not.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Results<CreatedAnswer<TResponse>, Problem>> AddAsync<T, TResponse>(
        PartKind<T, TResponse> kind, Guid projectId, Guid callerId, string permission,
        Func<OpenProject, Task<(T? Part, Problem? Problem)>> make, CancellationToken ct)
        where T : class, IProjectPart =>
        db.DecideAsync<Results<CreatedAnswer<TResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(projectId, callerId, ct) is not { } open)
            {
                return Problems.NotFound("project");
            }

            if (open.DemandWrite(permission) is { } refused)
            {
                return refused;
            }

            await using var transaction = await BeginAsync(kind.IsGuarded, ct);
            var (part, problem) = await make(open);
            if (part is null)
            {
                return problem!;
            }

            db.Set<T>().Add(part);
            db.Publish(part, kind.Created(part, StreamFields<T>.Changes(kind.Fields.All, null, part, withOldTexts: false)));
            return await db.CommitAsync(Answers.Created(kind.PathOf(part), kind.Answer(part), part.Version), transaction, ct);
        });

    /// <param name="kind">Which kind of part.</param>
    /// <param name="target">Which one, by whom, seen at which version.</param>
    /// <param name="permission">What that takes.</param>
    /// <param name="draftOf">Makes the changed row out of the present one, or says why not.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Results<Answer<TResponse>, Problem>> ChangeAsync<T, TResponse>(
        PartKind<T, TResponse> kind, PartTarget target, string permission,
        Func<OpenProject, T, Task<(T? Draft, Problem? Problem)>> draftOf, CancellationToken ct)
        where T : class, IProjectPart =>
        db.DecideAsync<Results<Answer<TResponse>, Problem>>(async () =>
        {
            var (open, part, problem) = await OpenAsync<T>(kind.Name, target, permission, ct);
            if (problem is not null)
            {
                return problem;
            }

            await using var transaction = await BeginAsync(kind.IsGuarded, ct);
            (var draft, problem) = await draftOf(open!, part!);
            if (draft is null)
            {
                return problem!;
            }

            Record(db, kind, part!, draft);
            await FillInAsync(kind, [part!], ct);
            return await db.CommitAsync(Answers.Ok(kind.Answer(part!), part!.Version), transaction, ct);
        });

    /// <summary>Makes a row of its draft and tells of what is different; nothing is told when nothing is.</summary>
    public static void Record<T, TResponse>(ProjectsDbContext db, PartKind<T, TResponse> kind, T part, T draft)
        where T : class, IProjectPart
    {
        var changed = kind.Fields.Differing(part, draft);
        if (changed.Count == 0)
        {
            return;
        }

        var changes = StreamFields<T>.Changes(changed, part, draft, withOldTexts: false);
        foreach (var field in changed)
        {
            field.Copy(draft, part);
        }

        db.Publish(part, kind.Updated(part, changes));
    }

    /// <param name="kind">Which kind of part.</param>
    /// <param name="target">Which one, by whom, seen at which version.</param>
    /// <param name="permission">What that takes.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="check">Says why not, where there may be a reason.</param>
    public Task<Results<Deleted, Problem>> DeleteAsync<T, TResponse>(
        PartKind<T, TResponse> kind, PartTarget target, string permission, CancellationToken ct, Func<OpenProject, T, Task<Problem?>>? check = null)
        where T : class, IProjectPart =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            var (open, part, problem) = await OpenAsync<T>(kind.Name, target, permission, ct);
            await using var transaction = await BeginAsync(kind.IsGuarded && problem is null, ct);
            problem ??= check is null ? null : await check(open!, part!);
            if (problem is not null)
            {
                return problem;
            }

            db.Publish(part!, kind.Deleted(part!, FieldChanges.None));
            db.Set<T>().Remove(part!);
            await db.SaveChangesAsync(ct);
            await (transaction?.CommitAsync(ct) ?? Task.CompletedTask);
            return Answers.Deleted();
        });

    /// <summary>One part, for whoever may see the project.</summary>
    public async Task<Results<Answer<TResponse>, Problem>> GetAsync<T, TResponse>(
        PartKind<T, TResponse> kind, Guid projectId, Guid partId, Guid callerId, CancellationToken ct)
        where T : class, IProjectPart
    {
        if (await door.FindAsync(projectId, callerId, ct) is null
            || await db.Set<T>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == partId && p.ProjectId == projectId, ct) is not { } part)
        {
            return Problems.NotFound(kind.Name);
        }

        await FillInAsync(kind, [part], ct);
        return Answers.Ok(kind.Answer(part), part.Version);
    }

    /// <summary>A page of parts by the time of their making; <paramref name="filter"/> narrows what is listed.</summary>
    public async Task<Results<Answer<Page<TResponse>>, Problem>> ListAsync<T, TResponse>(
        PartKind<T, TResponse> kind, Guid projectId, PartListQuery query, Guid callerId, Func<IQueryable<T>, IQueryable<T>> filter, CancellationToken ct)
        where T : class, IProjectPart
    {
        var (place, problem) = query.Read();
        if (place is null)
        {
            return problem!;
        }

        if (await door.FindAsync(projectId, callerId, ct) is null)
        {
            return Problems.NotFound("project");
        }

        var rows = await place.Take(filter(db.Set<T>().AsNoTracking().Where(p => p.ProjectId == projectId))).ToListAsync(ct);
        var page = Page<T>.Of(rows, place.Limit, place.CursorOf);
        await FillInAsync(kind, page.Items, ct);
        return Answers.Ok(new Page<TResponse>([.. page.Items.Select(kind.Answer)], page.NextCursor));
    }

    private Task FillInAsync<T, TResponse>(PartKind<T, TResponse> kind, IReadOnlyList<T> parts, CancellationToken ct)
        where T : class, IProjectPart =>
        kind.FillIn is null || parts.Count == 0 ? Task.CompletedTask : kind.FillIn(db, parts, ct);

    private async Task<SaveTransaction?> BeginAsync(bool isGuarded, CancellationToken ct) => isGuarded ? await db.BeginAsync(ct) : null;

    private async Task<(OpenProject? Project, T? Part, Problem? Problem)> OpenAsync<T>(
        string name, PartTarget target, string permission, CancellationToken ct)
        where T : class, IProjectPart
    {
        if (await door.FindAsync(target.ProjectId, target.CallerId, ct) is not { } open
            || await db.Set<T>().FirstOrDefaultAsync(p => p.Id == target.PartId && p.ProjectId == target.ProjectId, ct) is not { } part)
        {
            return (null, null, Problems.NotFound(name));
        }

        return (open, part, open.DemandWrite(permission) ?? target.IfMatch.Check(part.Version));
    }
}

/// <summary>Which part is meant, by whom, seen at which version.</summary>
internal readonly record struct PartTarget(Guid ProjectId, Guid PartId, Guid CallerId, IfMatch IfMatch);
