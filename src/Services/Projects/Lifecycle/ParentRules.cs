using Npgsql;
using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Lifecycle;

/// <summary>Below which project another may stand: one of its workspace that the caller sees, never below itself, and not too deep.</summary>
internal static class ParentRules
{
    /// <summary>How many projects there are at most on the way from a topmost one down to a lowest.</summary>
    public const int MaxDepth = 10;

    public static readonly ProblemKind ProjectCircle =
        ProblemKind.Unprocessable("project_circle", "A project would stand below itself; circle names the projects by their keys, each below the next.");

    public static readonly ProblemKind ProjectsTooDeep = ProblemKind.Unprocessable("projects_too_deep", "Projects stand ten deep at most.");

    public static readonly ProblemKind OtherWorkspace = ProblemKind.Unprocessable("other_workspace", "Only projects of one workspace stand below each other.");

    /// <summary>In place of a key that the caller must not learn.</summary>
    private const string Hidden = "a project that you cannot see";

    /// <summary>
    /// The lock, held until the transaction ends, makes changes of parents in one workspace follow each other: two of them could close a
    /// circle together. What lies in the trash counts, because it may come back.
    /// </summary>
    private const string Query =
        $"""
        select pg_advisory_xact_lock(hashtextextended(@workspace::text, 7));
        with recursive above as (
            select p.id, p.parent_id, 1 as depth from project p where p.id = @parent
            union all
            select p.id, p.parent_id, a.depth + 1 from above a join project p on p.id = a.parent_id where a.id <> @id),
        below as (
            select @id as id, 1 as depth
            union all
            select p.id, b.depth + 1 from below b join project p on p.parent_id = b.id where b.id <> @parent)
        select p.id, case when {ListProjects.Visible} then p.key end, (select max(depth) from below)
        from above a join project p on p.id = a.id order by a.depth
        """;

    /// <summary>Why a changed draft cannot stand below its new parent; null when it can, or when its parent is the old one.</summary>
    public static async Task<Problem?> CheckChangeAsync(ProjectChange change, OpenProject open, Project draft, Guid callerId, CancellationToken ct)
    {
        if (draft.ParentId == open.Project.ParentId || draft.ParentId is null)
        {
            return null;
        }

        await change.HoldAsync(ct);
        return await CheckAsync(change.Db, change.Door, draft, callerId, ct);
    }

    /// <summary>Why the draft cannot stand below its parent; null when it can, or has none. Needs an open transaction.</summary>
    public static async Task<Problem?> CheckAsync(ProjectsDbContext db, ProjectDoor door, Project draft, Guid callerId, CancellationToken ct)
    {
        if (draft.ParentId is not { } parentId)
        {
            return null;
        }

        if (await door.FindAsync(parentId, callerId, ct) is not { Project: var parent })
        {
            return Problems.NotFound("parent project");
        }

        return parent.WorkspaceId != draft.WorkspaceId ? OtherWorkspace.Because()
            : parent.ArchivedAt is not null ? OpenProject.ProjectArchived.Because($"{parent.Key} is archived; nothing new can be put below it.")
            : await PlaceAsync(db, draft, parentId, callerId, ct);
    }

    private static async Task<Problem?> PlaceAsync(ProjectsDbContext db, Project draft, Guid parentId, Guid callerId, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<Guid>("workspace", draft.WorkspaceId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", draft.Id));
        command.Parameters.Add(new NpgsqlParameter<Guid>("parent", parentId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var (keys, depth, last) = (new List<string>(), 0, Guid.Empty);
        while (await row.ReadAsync(ct))
        {
            keys.Add(row.IsDBNull(1) ? Hidden : row.GetString(1));
            (last, depth) = (row.GetGuid(0), keys.Count + row.GetInt32(2));
        }

        return last == draft.Id ? Circle([keys[^1], .. keys])
            : depth > MaxDepth ? ProjectsTooDeep.Because($"With this, projects would stand {depth} deep; {MaxDepth} is the most.")
            : null;
    }

    private static Problem Circle(IReadOnlyList<string> keys) => ProjectCircle.Because(
        $"A project would stand below itself: {string.Join(" below ", keys)}.", new Dictionary<string, object?>(StringComparer.Ordinal) { ["circle"] = keys });
}
