using Microsoft.AspNetCore.Mvc;
using Npgsql;
using NpgsqlTypes;

namespace Waymark.ActivityLog.Views;

/// <summary>What a caller asks for; every part narrows it further.</summary>
public sealed record ActivityQuery
{
    /// <summary>What happened in this project.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>What happened to this task.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>What this person did.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Names of events, such as <c>task.created</c>; repeated or comma-separated values mean any of.</summary>
    [FromQuery]
    public string[]? Type { get; init; }

    /// <summary>What happened after an instant.</summary>
    public string? After { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }

    internal const string Sort = "-at";

    /// <summary>The conditions on entry <c>e</c> and their parameters, or the problem of a query that is none.</summary>
    internal (List<string> Conditions, List<NpgsqlParameter> Parameters, Problem? Problem) Read()
    {
        var (conditions, parameters) = (new List<string>(), new List<NpgsqlParameter>());
        Add(ProjectId, "e.project_id = @project", "project", NpgsqlDbType.Uuid);
        Add(TaskId, "e.task_id = @task", "task", NpgsqlDbType.Uuid);
        Add(ActorId, "e.actor_id = @actor", "actor", NpgsqlDbType.Uuid);
        Add(Types(), "e.type = any(@types)", "types", NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (After is not null)
        {
            if (!InstantConverter.TryParse(After, out var after))
            {
                return (conditions, parameters, Problems.Invalid("after", "An instant such as 2026-03-01T09:30:00Z is expected."));
            }

            Add(after, "e.at > @after", "after", NpgsqlDbType.TimestampTz);
        }

        if (Cursor is not null)
        {
            if (!Platform.Http.Cursor.TryParse(Cursor, Sort, out var from) || !InstantConverter.TryParse(from.Value, out var at))
            {
                return (conditions, parameters, Platform.Http.Cursor.Invalid);
            }

            Add(at, "(e.at, e.id) < (@before, @before_id)", "before", NpgsqlDbType.TimestampTz);
            parameters.Add(new NpgsqlParameter("before_id", NpgsqlDbType.Uuid) { Value = from.Id });
        }

        return (conditions, parameters, null);

        void Add(object? value, string condition, string name, NpgsqlDbType type)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                parameters.Add(new NpgsqlParameter(name, type) { Value = value });
            }
        }
    }

    private string[]? Types() =>
        Type is { Length: > 0 }
            ? [.. Type.SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : null;
}
