using Npgsql;
using NpgsqlTypes;

namespace Waymark.ActivityLog.Views;

/// <summary>What a caller asks for; every part narrows it further.</summary>
/// <param name="ProjectId">What happened in this project.</param>
/// <param name="TaskId">What happened to this task.</param>
/// <param name="ActorId">What this person did.</param>
/// <param name="Type">Names of events, such as <c>task.created</c>; repeated or comma-separated values mean any of.</param>
/// <param name="After">What happened after an instant.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Cursor">Where to go on: <c>nextCursor</c> of the page before.</param>
public sealed record ActivityQuery(Guid? ProjectId, Guid? TaskId, Guid? ActorId, string[]? Type, string? After, int? Limit, string? Cursor)
{
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
