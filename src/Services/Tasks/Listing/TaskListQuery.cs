using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Waymark.Tasks.Listing;

/// <summary>Which tasks are meant, as it stands in the query string; all combinable, repeated or comma-separated values mean any of.</summary>
public sealed record TaskFilterQuery
{
    /// <summary>Only tasks of these projects.</summary>
    [FromQuery]
    public string[]? ProjectId { get; init; }

    /// <summary>Only tasks of these workspaces.</summary>
    [FromQuery]
    public string[]? WorkspaceId { get; init; }

    /// <summary>Keys of workflow states.</summary>
    [FromQuery]
    public string[]? Status { get; init; }

    /// <summary>Any of <c>backlog</c>, <c>unstarted</c>, <c>started</c>, <c>completed</c>, <c>cancelled</c>.</summary>
    [FromQuery]
    public string[]? StatusCategory { get; init; }

    /// <summary>Ids of people; <c>me</c> is the caller, <c>none</c> finds tasks of nobody.</summary>
    [FromQuery]
    public string[]? AssigneeId { get; init; }

    /// <summary>Ids of people; <c>me</c> is the caller.</summary>
    [FromQuery]
    public string[]? ReporterId { get; init; }

    /// <summary>Any of <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>urgent</c>.</summary>
    [FromQuery]
    public string[]? Priority { get; init; }

    /// <summary>Names of labels, in any spelling.</summary>
    [FromQuery]
    public string[]? Label { get; init; }

    /// <summary>Ids of milestones; <c>none</c> finds tasks without one.</summary>
    [FromQuery]
    public string[]? MilestoneId { get; init; }

    /// <summary>Ids of tasks whose sub-tasks are wanted; <c>none</c> finds tasks without a parent.</summary>
    [FromQuery]
    public string[]? ParentId { get; init; }

    /// <summary>Due before an instant, or before a date: that whole day in the time zone of the task's project is left out, so <c>2026-05-02</c> finds what is due by the end of 1 May.</summary>
    public string? DueBefore { get; init; }

    /// <summary>Due after an instant, or after a date, which is left out likewise.</summary>
    public string? DueAfter { get; init; }

    /// <summary>With a deadline before an instant, or before a date, which is left out as in <c>dueBefore</c>.</summary>
    public string? DeadlineBefore { get; init; }

    /// <summary>With a deadline after an instant, or after a date, which is left out likewise.</summary>
    public string? DeadlineAfter { get; init; }

    /// <summary>Changed after an instant.</summary>
    public string? UpdatedAfter { get; init; }

    /// <summary>A piece of the title, the description or the key.</summary>
    public string? Q { get; init; }

    /// <summary>A text in the query language, such as <c>assignee = me and due &lt; today + 7d order by due</c>; filters narrow it further.</summary>
    public string? Query { get; init; }

    /// <summary>Keys of types of tasks.</summary>
    [FromQuery]
    public string[]? Type { get; init; }

    /// <summary>Ids of cycles; <c>none</c> finds tasks that are in no open one.</summary>
    [FromQuery]
    public string[]? CycleId { get; init; }

    internal static string[] Values(string[]? given) =>
        given is null ? [] : [.. given.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    internal static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>Which part of a list in which order, and with what of each task.</summary>
public sealed record TaskPageQuery
{
    /// <summary>The order; <c>rank</c> is the one on the board.</summary>
    [SortedBy("createdAt", "updatedAt", "startAt", "dueAt", "deadlineAt", "completedAt", "priority", "difficulty", "number", "title", "status", "rank")]
    public string? Sort { get; init; }

    /// <summary><c>description</c> and <c>customFields</c> bring what lists leave out.</summary>
    public string? Fields { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>The members that the caller asked for and lists leave out.</summary>
    internal ListExtras Extras => new(AsksFor("description"), AsksFor(TaskFields.CustomFields));

    private bool AsksFor(string field) => Fields?.Split(',', StringSplitOptions.TrimEntries).Contains(field, StringComparer.Ordinal) == true;
}

/// <summary>What a list is asked for.</summary>
internal sealed record TaskListQuery(TaskFilterQuery Filter, TaskPageQuery Page);

/// <summary>Which of the members that lists leave out are wanted.</summary>
internal readonly record struct ListExtras(bool Description, bool CustomFields);
