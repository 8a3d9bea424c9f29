using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace Waymark.Tasks.Lifecycle;

/// <summary>
/// How a path names a task: by id, or by key (<c>WEB-12</c>) among the caller's projects; <c>?workspaceId=</c> decides when
/// two workspaces use the same key.
/// </summary>
internal readonly partial record struct TaskReference(Guid? Id, string? ProjectKey, int Number, Guid? WorkspaceId) : IEndpointParameterMetadataProvider
{
    private static readonly ProblemKind AmbiguousKey =
        ProblemKind.Conflict("ambiguous_key", "Several of the caller's workspaces have a task of this key; name one by ?workspaceId=.");

    private const string Query =
        $"""
        select t.id from project_key k
        join project p on p.id = k.project_id
        join task t on t.project_id = p.id and t.number = @number
        {AccessSql.Joins}
        where k.key = @key and {AccessSql.Visible} and (@workspace is null or p.workspace_id = @workspace)
        """;

    /// <inheritdoc />
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new DescribedParameter("path", "task", typeof(string), "The id of the task, or its key such as `WEB-12`."));
        builder.Metadata.Add(new DescribedParameter("query", "workspaceId", typeof(Guid), "The workspace of the task, when several use the same key."));
        builder.Metadata.Add(new DeclaredProblem(AmbiguousKey));
    }

    /// <summary>Binds the route value <c>task</c>; one that is neither id nor key refers to nothing, which is a 404.</summary>
    public static ValueTask<TaskReference> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var text = http.Request.RouteValues["task"] as string ?? "";
        var workspace = WorkspaceOf(http.Request);
        if (Guid.TryParseExact(text, "D", out var id))
        {
            return ValueTask.FromResult(new TaskReference(id, null, 0, null));
        }

        var key = TaskKey().Match(text.ToUpperInvariant());
        return ValueTask.FromResult(key.Success && int.TryParse(key.Groups["number"].ValueSpan, out var number)
            ? new TaskReference(null, key.Groups["project"].Value, number, workspace)
            : default);
    }

    /// <summary>The id that the reference stands for, or the problem of one that stands for none or for several.</summary>
    public async Task<(Guid Id, Problem? Problem)> ResolveAsync(TasksDbContext db, Guid callerId, CancellationToken ct)
    {
        if (Id is { } id)
        {
            return (id, null);
        }

        if (ProjectKey is null)
        {
            return (default, Problems.NotFound("task"));
        }

        await using var command = await db.CommandAsync(Query, ct);
        command.Parameters.Add(new NpgsqlParameter<string>("key", ProjectKey));
        command.Parameters.Add(new NpgsqlParameter<int>("number", Number));
        command.Parameters.Add(new NpgsqlParameter<Guid>("caller", callerId));
        command.Parameters.Add(new NpgsqlParameter("workspace", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)WorkspaceId ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return (default, Problems.NotFound("task"));
        }

        var found = row.GetGuid(0);
        return await row.ReadAsync(ct)
            ? (default, AmbiguousKey.Because($"Several of your workspaces have a task {ProjectKey}-{Number}; name one by ?workspaceId=."))
            : (found, null);
    }

    private static Guid? WorkspaceOf(HttpRequest request) => request.Query["workspaceId"] switch
    {
        [] => null,
        [{ } text] when Guid.TryParse(text, out var id) => id,
        var other => throw new BadHttpRequestException($"Failed to bind parameter \"Guid workspaceId\" from \"{other}\"."),
    };

    [GeneratedRegex("^(?<project>[A-Z0-9]{2,10})-(?<number>[1-9][0-9]{0,8})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TaskKey();
}
