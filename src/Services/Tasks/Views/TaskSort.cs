using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Waymark.Tasks.Views;

/// <summary>
/// An order of the list: a column, its direction, ties by id, nulls last. It writes the order and, for a page after the
/// first, the condition that the page begins behind the cursor.
/// </summary>
internal sealed class TaskSort
{
    private static readonly Dictionary<string, Column> Columns = new(StringComparer.Ordinal)
    {
        ["createdAt"] = new("t.created_at", NpgsqlDbType.TimestampTz, IsNullable: false, t => InstantConverter.Format(t.CreatedAt)),
        ["updatedAt"] = new("t.updated_at", NpgsqlDbType.TimestampTz, IsNullable: false, t => InstantConverter.Format(t.UpdatedAt)),
        ["startAt"] = new("t.start_at", NpgsqlDbType.TimestampTz, IsNullable: true, t => Format(t.StartAt)),
        ["dueAt"] = new("t.due_at", NpgsqlDbType.TimestampTz, IsNullable: true, t => Format(t.DueAt)),
        ["completedAt"] = new("t.completed_at", NpgsqlDbType.TimestampTz, IsNullable: true, t => Format(t.CompletedAt)),
        ["priority"] = new("t.priority", NpgsqlDbType.Smallint, IsNullable: false, t => ((short)t.Priority).ToString()),
        ["difficulty"] = new("t.difficulty", NpgsqlDbType.Smallint, IsNullable: true, t => t.Difficulty?.ToString()),
        ["number"] = new("t.number", NpgsqlDbType.Integer, IsNullable: false, t => t.Number.ToString()),
        ["title"] = new("t.title", NpgsqlDbType.Text, IsNullable: false, t => t.Title),
        ["status"] = new("t.status", NpgsqlDbType.Text, IsNullable: false, t => t.Status),
        ["rank"] = new("t.rank", NpgsqlDbType.Text, IsNullable: false, t => t.Rank),
    };

    /// <summary>The order on the board.</summary>
    public static readonly TaskSort ByRank = new("rank", Columns["rank"], isDescending: false);

    private readonly string _name;
    private readonly Column _column;
    private readonly bool _isDescending;

    private TaskSort(string name, Column column, bool isDescending)
    {
        _name = name;
        _column = column;
        _isDescending = isDescending;
    }

    public string OrderBy => $"{_column.Sql} {(_isDescending ? "desc" : "asc")}{(_column.IsNullable ? " nulls last" : "")}, t.id {(_isDescending ? "desc" : "asc")}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out TaskSort? sort)
    {
        var name = text is null or "" ? "-createdAt" : text;
        var isDescending = name[0] == '-';
        sort = Columns.TryGetValue(isDescending ? name[1..] : name, out var column) ? new TaskSort(name, column, isDescending) : null;
        return sort is not null;
    }

    public static Problem Unknown => Problems.Invalid("sort", $"One of {string.Join(", ", Columns.Keys)} is expected, with - in front for descending order.");

    public string CursorOf(TaskItem last) => new Cursor(_name, _column.ValueOf(last), last.Id).ToString();

    /// <summary>Adds the condition of a following page; false when the cursor does not belong to this order.</summary>
    public bool TryStartBehind(string cursorText, List<string> conditions, List<NpgsqlParameter> parameters)
    {
        if (!Cursor.TryParse(cursorText, _name, out var cursor) || !TryRead(cursor.Value, out var value))
        {
            return false;
        }

        var after = _isDescending ? "<" : ">";
        conditions.Add(value is null
            ? $"({_column.Sql} is null and t.id {after} @afterId)"
            : $"(({_column.Sql}, t.id) {after} (@afterValue, @afterId){(_column.IsNullable ? $" or {_column.Sql} is null" : "")})");
        parameters.Add(new NpgsqlParameter<Guid>("afterId", cursor.Id));
        if (value is not null)
        {
            parameters.Add(new NpgsqlParameter("afterValue", _column.Type) { Value = value });
        }

        return true;
    }

    private bool TryRead(string? text, out object? value)
    {
        value = null;
        switch (_column.Type)
        {
            case var _ when text is null:
                return _column.IsNullable;
            case NpgsqlDbType.TimestampTz when InstantConverter.TryParse(text, out var instant):
                value = instant;
                return true;
            case NpgsqlDbType.Smallint when short.TryParse(text, CultureInfo.InvariantCulture, out var small):
                value = small;
                return true;
            case NpgsqlDbType.Integer when int.TryParse(text, CultureInfo.InvariantCulture, out var number):
                value = number;
                return true;
            case NpgsqlDbType.Text:
                value = text;
                return true;
            default:
                return false;
        }
    }

    private static string? Format(DateTimeOffset? instant) => instant is { } i ? InstantConverter.Format(i) : null;

    private sealed record Column(string Sql, NpgsqlDbType Type, bool IsNullable, Func<TaskItem, string?> ValueOf);
}
