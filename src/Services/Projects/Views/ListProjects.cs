using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Waymark.Projects.Views;

/// <summary>The filters of the list as they stand in the query string; repeated or comma-separated values mean any of.</summary>
public sealed record ProjectListQuery
{
    /// <summary>Only projects of these workspaces.</summary>
    [FromQuery]
    public string[]? WorkspaceId { get; init; }

    /// <summary>Only projects that stand directly below these; <c>none</c> for those that stand below no other.</summary>
    [FromQuery]
    public string[]? ParentId { get; init; }

    /// <summary>Any of <c>active</c>, <c>archived</c>, <c>deleted</c>; without it all but the deleted ones.</summary>
    [FromQuery]
    public string[]? State { get; init; }

    /// <summary>A piece of the name or the key.</summary>
    public string? Q { get; init; }

    /// <summary>The order.</summary>
    [SortedBy("createdAt", "updatedAt", "startDate", "dueDate", "name", "key")]
    public string? Sort { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }
}

internal static class ListProjects
{
    /// <summary>Whether <c>@caller</c> sees project <c>p</c>.</summary>
    internal const string Visible =
        """
        p.id in (
            select project_id from project_member where user_id = @caller
            union
            select i.id from project i where i.workspace_id = @caller
                or i.workspace_id in (select workspace_id from workspace_member where user_id = @caller and rank >= 3))
        """;

    private const string Rank =
        $"greatest(coalesce((select m.rank from project_member m where m.project_id = p.id and m.user_id = @caller), 0), {ProjectRow.WorkspaceRank})";

    private const string None = "none";

    private const string MemberCount = "(select count(*) from project_member c where c.project_id = p.id)::int";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(ListProjects)).WithSummary("List the projects that the caller may see");

    private static async Task<Results<Answer<Page<ProjectResponse>>, Problem>> HandleAsync(
        [AsParameters] ProjectListQuery query, Caller caller, ProjectsDbContext db, CancellationToken ct)
    {
        if (PageLimit.Check(query.Limit, out var limit) is { } wrongLimit)
        {
            return wrongLimit;
        }

        if (!ProjectSort.TryParse(query.Sort, out var sort))
        {
            return ProjectSort.Unknown;
        }

        var conditions = new List<string> { Visible };
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid>("caller", caller.Id), new NpgsqlParameter<int>("limit", limit + 1) };
        if ((ByWorkspace(query, conditions, parameters) ?? ByParent(query, conditions, parameters) ?? ByState(query, conditions)) is { } wrong)
        {
            return wrong;
        }

        ByText(query, conditions, parameters);
        return query.Cursor is not null && !TryStartBehind(query.Cursor, sort, conditions, parameters)
            ? Cursor.Invalid
            : Answers.Ok(await ReadAsync(db, sort, limit, conditions, parameters, ct));
    }

    private static async Task<Page<ProjectResponse>> ReadAsync(
        ProjectsDbContext db, ProjectSort sort, int limit, List<string> conditions, List<NpgsqlParameter> parameters, CancellationToken ct)
    {
        await using var command = await db.CommandAsync(
            $"""
            select {ProjectRow.Columns}, {Rank}, {MemberCount}
            from project p
            where {string.Join(" and ", conditions)}
            order by {sort.OrderBy}
            limit @limit
            """,
            ct);
        command.Parameters.AddRange(parameters.ToArray());
        await using var row = await command.ExecuteReaderAsync(ct);
        var items = new List<ProjectResponse>();
        Project? last = null;
        while (await row.ReadAsync(ct))
        {
            if (items.Count == limit)
            {
                return new Page<ProjectResponse>(items, sort.CursorOf(last!));
            }

            last = ProjectRow.Read(row);
            items.Add(ProjectResponse.Of(last, row.GetInt16(ProjectRow.Count), row.GetInt32(ProjectRow.Count + 1)));
        }

        return new Page<ProjectResponse>(items, null);
    }

    private static Problem? ByWorkspace(ProjectListQuery query, List<string> conditions, List<NpgsqlParameter> parameters)
    {
        if (Ids(Values(query.WorkspaceId)) is not { } ids)
        {
            return Problems.Invalid("workspaceId", "An id is expected.");
        }

        if (ids.Length > 0)
        {
            conditions.Add("p.workspace_id = any(@workspaces)");
            parameters.Add(new NpgsqlParameter<Guid[]>("workspaces", ids));
        }

        return null;
    }

    private static Problem? ByParent(ProjectListQuery query, List<string> conditions, List<NpgsqlParameter> parameters)
    {
        var values = Values(query.ParentId);
        if (Ids([.. values.Where(v => v != None)]) is not { } ids)
        {
            return Problems.Invalid("parentId", "An id or none is expected.");
        }

        if (values.Length > 0)
        {
            var isLiving = "exists (select from project x where x.id = p.parent_id and x.deleted_at is null)";
            conditions.Add(values.Length > ids.Length ? $"(not {isLiving} or p.parent_id = any(@parents))" : $"(p.parent_id = any(@parents) and {isLiving})");
            parameters.Add(new NpgsqlParameter<Guid[]>("parents", ids));
        }

        return null;
    }

    /// <summary>The texts as ids; null when one of them is none.</summary>
    private static Guid[]? Ids(string[] values) => values.All(v => Guid.TryParse(v, out _)) ? Array.ConvertAll(values, Guid.Parse) : null;

    /// <summary>The trash is shown when asked for, and to those who may empty it.</summary>
    private static Problem? ByState(ProjectListQuery query, List<string> conditions)
    {
        var any = new List<string>();
        foreach (var state in Values(query.State))
        {
            var condition = state switch
            {
                ProjectState.Active => "(p.deleted_at is null and p.archived_at is null)",
                ProjectState.Archived => "(p.deleted_at is null and p.archived_at is not null)",
                ProjectState.Deleted => $"({ProjectRow.InTrash} and {Rank} >= 4)",
                _ => null,
            };
            if (condition is null)
            {
                return Problems.Invalid("state", "One of active, archived, deleted is expected.");
            }

            any.Add(condition);
        }

        conditions.Add(any.Count == 0 ? "p.deleted_at is null" : $"({string.Join(" or ", any)})");
        return null;
    }

    private static void ByText(ProjectListQuery query, List<string> conditions, List<NpgsqlParameter> parameters)
    {
        if (!string.IsNullOrWhiteSpace(query.Q))
        {
            conditions.Add("(strpos(lower(p.name), lower(@q)) > 0 or strpos(lower(p.key), lower(@q)) > 0)");
            parameters.Add(new NpgsqlParameter<string>("q", query.Q.Trim()));
        }
    }

    private static bool TryStartBehind(string text, ProjectSort sort, List<string> conditions, List<NpgsqlParameter> parameters)
    {
        if (!Cursor.TryParse(text, sort.CursorName, out var cursor) || !sort.TryRead(cursor.Value, out var value))
        {
            return false;
        }

        conditions.Add(sort.Behind(value is null));
        parameters.Add(new NpgsqlParameter<Guid>("afterId", cursor.Id));
        if (value is not null)
        {
            parameters.Add(new NpgsqlParameter("afterValue", sort.By.Type) { Value = value });
        }

        return true;
    }

    private static string[] Values(string[]? given) =>
        given is null ? [] : [.. given.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
