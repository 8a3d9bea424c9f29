using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Users;

namespace Waymark.Membership;

/// <summary>
/// Writes the copies. Each event carries the whole small state, so one statement under the version guard replaces it and an
/// older state that arrives late changes nothing.
/// </summary>
internal static class MembershipStore
{
    private const string StoreProject =
        """
        with stored as (
            insert into project (id, workspace_id, key, name, state, time_zone, workflow, version)
            values (@id, @workspace, @key, @name, @state, @zone, @workflow, @version)
            on conflict (id) do update set workspace_id = excluded.workspace_id, key = excluded.key, name = excluded.name,
                state = excluded.state, time_zone = excluded.time_zone, workflow = excluded.workflow, version = excluded.version
            where project.version < excluded.version
            returning id),
        known as (
            insert into project_key (project_id, key) select s.id, @key from stored s on conflict do nothing),
        gone as (
            delete from project_member m using stored s where m.project_id = s.id and m.user_id <> all(@users))
        insert into project_member (project_id, user_id, rank)
        select s.id, u.user_id, u.rank from stored s, unnest(@users, @ranks) as u(user_id, rank)
        on conflict (project_id, user_id) do update set rank = excluded.rank
        """;

    private const string StoreWorkspace =
        """
        with stored as (
            insert into workspace (id, time_zone, version) values (@id, @zone, @version)
            on conflict (id) do update set time_zone = excluded.time_zone, version = excluded.version
            where workspace.version < excluded.version
            returning id),
        gone as (
            delete from workspace_manager m using stored s where m.workspace_id = s.id and m.user_id <> all(@users))
        insert into workspace_manager (workspace_id, user_id)
        select s.id, u.user_id from stored s, unnest(@users) as u(user_id)
        on conflict do nothing
        """;

    public static Task StoreAsync(DbContext db, ProjectState project, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            StoreProject,
            [
                new NpgsqlParameter<Guid>("id", project.Id),
                new NpgsqlParameter<Guid>("workspace", project.WorkspaceId),
                new NpgsqlParameter<string>("key", project.Key),
                new NpgsqlParameter<string>("name", project.Name),
                new NpgsqlParameter<string>("state", project.State),
                new NpgsqlParameter<string>("zone", project.TimeZone),
                new NpgsqlParameter<string>("workflow", Workflow.Serialize(project.Workflow)),
                new NpgsqlParameter<long>("version", project.Version),
                new NpgsqlParameter<Guid[]>("users", [.. project.Members.Select(m => m.UserId)]),
                new NpgsqlParameter("ranks", NpgsqlDbType.Array | NpgsqlDbType.Smallint)
                {
                    Value = project.Members.Select(m => (short)ProjectRoles.Rank(m.Role)).ToArray(),
                },
            ],
            ct);

    public static Task StoreAsync(DbContext db, WorkspaceState workspace, CancellationToken ct) =>
        StoreAsync(db, new WorkspaceManagers(workspace.Id, workspace.TimeZone, [.. Managers(workspace)], workspace.Version), ct);

    public static Task StoreAsync(DbContext db, WorkspaceManagers managers, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            StoreWorkspace,
            [
                new NpgsqlParameter<Guid>("id", managers.WorkspaceId),
                new NpgsqlParameter<string>("zone", managers.TimeZone),
                new NpgsqlParameter<long>("version", managers.Version),
                new NpgsqlParameter<Guid[]>("users", [.. managers.UserIds]),
            ],
            ct);

    public static ProjectCopy CopyOf(ProjectState project) => new()
    {
        Id = project.Id,
        WorkspaceId = project.WorkspaceId,
        Key = project.Key,
        Name = project.Name,
        State = project.State,
        TimeZone = project.TimeZone,
        WorkflowJson = Workflow.Serialize(project.Workflow),
        Version = project.Version,
    };

    private static IEnumerable<Guid> Managers(WorkspaceState workspace) =>
        workspace.IsDeleted ? [] : workspace.Members.Where(m => WorkspaceRoles.ManagesProjects(m.Role)).Select(m => m.UserId);
}
