using Npgsql;

namespace Waymark.Membership;

/// <summary>Reads a project's copy out of a statement that selects its columns.</summary>
public static class ProjectRow
{
    /// <summary>The columns of project <c>p</c>.</summary>
    public const string Columns = "p.id, p.workspace_id, p.key, p.name, p.state, p.time_zone, p.workflow, p.version";

    /// <summary>How many columns that are.</summary>
    public const int Count = 8;

    /// <summary>The copy whose columns begin at <paramref name="first"/>.</summary>
    public static ProjectCopy Read(NpgsqlDataReader row, int first) => new()
    {
        Id = row.GetGuid(first),
        WorkspaceId = row.GetGuid(first + 1),
        Key = row.GetString(first + 2),
        Name = row.GetString(first + 3),
        State = row.GetString(first + 4),
        TimeZone = row.GetString(first + 5),
        WorkflowJson = row.GetString(first + 6),
        Version = row.GetInt64(first + 7),
    };
}
