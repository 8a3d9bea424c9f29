using System.Text.Json;

namespace Waymark.Tasks.Views;

/// <summary>The filters of the list as they stand in the query string; all combinable, repeated or comma-separated values mean any of.</summary>
public sealed record TaskListQuery(
    string[]? ProjectId,
    string[]? WorkspaceId,
    string[]? Status,
    string[]? StatusCategory,
    string[]? AssigneeId,
    string[]? ReporterId,
    string[]? Priority,
    string[]? Label,
    string[]? MilestoneId,
    string[]? ParentId,
    string? DueBefore,
    string? DueAfter,
    string? UpdatedAfter,
    string? Q,
    string? Sort,
    string? Fields,
    int? Limit,
    string? Cursor,
    string? Query = null)
{
    /// <summary>Whether the caller asked for a member that lists leave out.</summary>
    internal bool AsksFor(string field) => Fields?.Split(',', StringSplitOptions.TrimEntries).Contains(field, StringComparer.Ordinal) == true;

    internal static string[] Values(string[]? given) =>
        given is null ? [] : [.. given.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    internal static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
