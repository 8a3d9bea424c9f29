using System.Text.Json;

namespace Waymark.Tasks.Views;

/// <summary>The filters of the list as they stand in the query string; all combinable, repeated or comma-separated values mean any of.</summary>
/// <param name="ProjectId">Only tasks of these projects.</param>
/// <param name="WorkspaceId">Only tasks of these workspaces.</param>
/// <param name="Status">Keys of workflow states.</param>
/// <param name="StatusCategory">Any of <c>backlog</c>, <c>unstarted</c>, <c>started</c>, <c>completed</c>, <c>cancelled</c>.</param>
/// <param name="AssigneeId">Ids of people; <c>me</c> is the caller, <c>none</c> finds tasks of nobody.</param>
/// <param name="ReporterId">Ids of people; <c>me</c> is the caller.</param>
/// <param name="Priority">Any of <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>urgent</c>.</param>
/// <param name="Label">Names of labels, in any spelling.</param>
/// <param name="MilestoneId">Ids of milestones; <c>none</c> finds tasks without one.</param>
/// <param name="ParentId">Ids of tasks whose sub-tasks are wanted; <c>none</c> finds tasks without a parent.</param>
/// <param name="DueBefore">Due before a date, the date included, or before an instant.</param>
/// <param name="DueAfter">Due after a date, the date excluded, or after an instant.</param>
/// <param name="UpdatedAfter">Changed after an instant.</param>
/// <param name="Q">A piece of the title, the description or the key.</param>
/// <param name="Sort">The order; <c>rank</c> is the one on the board.</param>
/// <param name="Fields"><c>description</c> and <c>customFields</c> bring what lists leave out.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Cursor">Where to go on: <c>nextCursor</c> of the page before.</param>
/// <param name="Query">A text in the query language, such as <c>assignee = me and due &lt; today + 7d order by due</c>; filters narrow it further.</param>
/// <param name="Type">Keys of types of tasks.</param>
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
    [SortedBy("createdAt", "updatedAt", "startAt", "dueAt", "completedAt", "priority", "difficulty", "number", "title", "status", "rank")] string? Sort,
    string? Fields,
    int? Limit,
    string? Cursor,
    string? Query = null,
    string[]? Type = null)
{
    /// <summary>The members that the caller asked for and lists leave out.</summary>
    internal ListExtras Extras => new(AsksFor("description"), AsksFor(TaskFields.CustomFields));

    private bool AsksFor(string field) => Fields?.Split(',', StringSplitOptions.TrimEntries).Contains(field, StringComparer.Ordinal) == true;

    internal static string[] Values(string[]? given) =>
        given is null ? [] : [.. given.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    internal static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>Which of the members that lists leave out are wanted.</summary>
internal readonly record struct ListExtras(bool Description, bool CustomFields);
