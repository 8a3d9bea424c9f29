using Npgsql;

namespace Waymark.Projects.Data;

/// <summary>Reads projects straight from a statement: one round trip brings the row, its members and the caller's rank.</summary>
internal static class ProjectRow
{
    /// <summary>The columns of project <c>p</c> that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        """
        p.id, p.workspace_id, p.key, p.name, p.description, p.owner_id, p.start_date, p.due_date, p.color, p.icon, p.time_zone,
        p.workflow, p.archived_at, p.deleted_at, p.created_at, p.updated_at, p.version, p.task_types,
        p.parent_id, (p.parent_id is not null and not exists (select from project x where x.id = p.parent_id and x.deleted_at is null))
        """;

    /// <summary>How many columns that are; what a statement adds stands behind them.</summary>
    public const int Count = 20;

    /// <summary>The members' columns for <see cref="ReadMembers"/>, with <see cref="MembersJoin"/> behind <c>project p</c>.</summary>
    public const string MemberColumns = "g.users, g.ranks, g.since";

    public const string MembersJoin =
        """
        cross join lateral (
            select array_agg(m.user_id order by m.joined_at, m.user_id) users, array_agg(m.rank order by m.joined_at, m.user_id) ranks,
                array_agg(m.joined_at order by m.joined_at, m.user_id) since
            from project_member m where m.project_id = p.id) g
        """;

    /// <summary>What the workspace role of <c>@caller</c> gives in project <c>p</c>: 3 (manager) or 0.</summary>
    public const string WorkspaceRank =
        """
        (case when p.workspace_id = @caller
            or exists (select from workspace_member w where w.workspace_id = p.workspace_id and w.user_id = @caller and w.rank >= 3) then 3 else 0 end)::smallint
        """;

    /// <summary>True for projects in the trash; what is in the making (<see cref="Project.InTheMaking"/>) is not there for anybody.</summary>
    public const string InTrash = "p.deleted_at < timestamptz '2200-01-01 00:00:00+00'";

    public static Project Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        WorkspaceId = row.GetGuid(1),
        Key = row.GetString(2),
        Name = row.GetString(3),
        Description = row.GetString(4),
        OwnerId = row.GetGuid(5),
        StartDate = row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6),
        DueDate = row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7),
        Color = row.GetString(8),
        Icon = row.IsDBNull(9) ? null : row.GetString(9),
        TimeZone = row.GetString(10),
        WorkflowJson = row.GetString(11),
        ArchivedAt = row.IsDBNull(12) ? null : row.GetFieldValue<DateTimeOffset>(12),
        DeletedAt = row.IsDBNull(13) ? null : row.GetFieldValue<DateTimeOffset>(13),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(14),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(15),
        Version = row.GetInt64(16),
        TaskTypesJson = row.IsDBNull(17) ? null : row.GetString(17),
        ParentId = row.IsDBNull(18) ? null : row.GetGuid(18),
        GoneParentId = row.GetBoolean(19) ? row.GetGuid(18) : null,
    };

    /// <summary>Fills in the members whose columns begin at <paramref name="first"/>.</summary>
    public static void ReadMembers(NpgsqlDataReader row, int first, Project project)
    {
        if (row.IsDBNull(first))
        {
            return;
        }

        var users = row.GetFieldValue<Guid[]>(first);
        var ranks = row.GetFieldValue<short[]>(first + 1);
        var since = row.GetFieldValue<DateTimeOffset[]>(first + 2);
        for (var i = 0; i < users.Length; i++)
        {
            project.Members.Add(new ProjectMember { ProjectId = project.Id, UserId = users[i], Rank = ranks[i], JoinedAt = since[i] });
        }
    }
}
