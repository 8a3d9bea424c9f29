using Microsoft.EntityFrameworkCore;
using Npgsql;
using Waymark.Contracts.Projects;
using Waymark.Platform.Data;

namespace Waymark.Membership;

/// <summary>
/// Tells what a caller may do in a project, from the service's own copy; on a miss it asks projects once, stores the answer
/// under the version guard and goes on. A negative answer is not stored.
/// </summary>
public sealed class ProjectGuard<TContext>(TContext db, IProjectAccess projects)
    where TContext : ServiceDbContext
{
    private const string Query =
        $"""
        select {ProjectRow.Columns}, {AccessSql.Rank}
        from project p {AccessSql.Joins}
        where p.id = @project and {AccessSql.Visible}
        """;

    /// <summary>The caller's access, or null when there is none: absent and invisible are the same.</summary>
    public async Task<Access?> FindAsync(Guid projectId, Guid callerId, CancellationToken ct) =>
        await FindOwnAsync(projectId, callerId, ct) ?? await AskAsync(projectId, callerId, ct);

    /// <summary>Whether this service's own copy gives the caller access.</summary>
    public async Task<bool> KnowsAsync(Guid projectId, Guid callerId, CancellationToken ct) => await FindOwnAsync(projectId, callerId, ct) is not null;

    /// <summary>
    /// After a statement that found no access: asks projects and stores the answer. True when the statement is worth repeating.
    /// </summary>
    public async Task<bool> LearnAsync(Guid projectId, Guid callerId, CancellationToken ct) =>
        await AskAsync(projectId, callerId, ct) is not null;

    /// <summary>
    /// Stores a project that an event carries, unless a newer state is known here, for a handler that cannot wait for the events of the
    /// project itself. The state that is known then; null when nobody is a member of it any more, because it is gone.
    /// </summary>
    public async Task<ProjectCopy?> KeepAsync(ProjectState project, CancellationToken ct)
    {
        await MembershipStore.StoreAsync(db, project, ct);
        return await db.Set<ProjectCopy>().AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == project.Id && db.Set<ProjectMemberCopy>().Any(m => m.ProjectId == p.Id), ct);
    }

    private async Task<Access?> FindOwnAsync(Guid projectId, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("project", projectId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new Access(ProjectRow.Read(reader, 0), reader.GetInt16(ProjectRow.Count)) : null;
    }

    private async Task<Access?> AskAsync(Guid projectId, Guid callerId, CancellationToken ct)
    {
        if (await projects.FindAsync(projectId, callerId, ct) is not { } answer)
        {
            return null;
        }

        await MembershipStore.StoreAsync(db, answer.Project, ct);
        if (answer.Managers is { } managers)
        {
            await MembershipStore.StoreAsync(db, managers, ct);
        }

        var rank = ProjectRoles.Rank(answer.Role);
        return new Access(MembershipStore.CopyOf(answer.Project), rank);
    }
}
