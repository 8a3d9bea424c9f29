using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Waymark.Tasks.Listing;

/// <summary>
/// An order of the list: a column, its direction, ties by id, nulls last. A page after the first begins behind a cursor.
/// </summary>
internal sealed class TaskSort
{
    private static readonly Dictionary<string, Column> Columns = new(StringComparer.Ordinal)
    {
        ["createdAt"] = new("t.created_at", NpgsqlDbType.TimestampTz, IsNullable: false),
        ["updatedAt"] = new("t.updated_at", NpgsqlDbType.TimestampTz, IsNullable: false),
        ["startAt"] = new("t.start_at", NpgsqlDbType.TimestampTz, IsNullable: true),
        ["dueAt"] = new("t.due_at", NpgsqlDbType.TimestampTz, IsNullable: true),
        ["deadlineAt"] = new("t.deadline_at", NpgsqlDbType.TimestampTz, IsNullable: true),
        ["completedAt"] = new("t.completed_at", NpgsqlDbType.TimestampTz, IsNullable: true),
        ["priority"] = new("t.priority", NpgsqlDbType.Smallint, IsNullable: false),
        ["difficulty"] = new("t.difficulty", NpgsqlDbType.Smallint, IsNullable: true),
        ["number"] = new("t.number", NpgsqlDbType.Integer, IsNullable: false),
        ["title"] = new("t.title", NpgsqlDbType.Text, IsNullable: false),
        ["status"] = new("t.status", NpgsqlDbType.Text, IsNullable: false),
        ["rank"] = new("t.rank", NpgsqlDbType.Text, IsNullable: false),
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

    public static bool TryParse(string? text, [NotNullWhen(true)] out TaskSort? sort)
    {
        var name = text is null or "" ? "-createdAt" : text;
        var isDescending = name[0] == '-';
        sort = Columns.TryGetValue(isDescending ? name[1..] : name, out var column) ? new TaskSort(name, column, isDescending) : null;
        return sort is not null;
    }

    public static Problem Unknown => Problems.Invalid("sort", $"One of {string.Join(", ", Columns.Keys)} is expected, with - in front for descending order.");

    /// <summary>The SQL of the column.</summary>
    public string Sql => _column.Sql;

    /// <summary>The cursor behind a row of the list, in which the column stands at a place.</summary>
    public string CursorOf(NpgsqlDataReader row, int at, Guid id) => CursorOf(ValueOf(row, at), id);

    /// <summary>The cursor behind a task whose value in this order is known.</summary>
    public string CursorOf(string? value, Guid id) => new Cursor(_name, value, id).ToString();

    /// <summary>The order of a page, behind the cursor where there is one; null when the cursor does not belong to this order.</summary>
    public PageOrder? PageBehind(string? cursorText, List<NpgsqlParameter> parameters)
    {
        var (direction, after) = _isDescending ? ("desc", "<") : ("asc", ">");
        var order = new PageOrder($"{_column.Sql} {direction}{(_column.IsNullable ? " nulls last" : "")}, t.id {direction}")
        {
            Optional = _column.IsNullable ? _column.Sql : null,
            ByValue = $"{_column.Sql} {direction}, t.id {direction}",
            IsIndexed = PageOrder.HasIndex(_column.Sql),
        };
        if (cursorText is null)
        {
            return order;
        }

        if (!Cursor.TryParse(cursorText, _name, out var cursor) || !TryRead(cursor.Value, out var value))
        {
            return null;
        }

        parameters.Add(new NpgsqlParameter<Guid>("afterId", cursor.Id));
        if (value is null)
        {
            return order with { IsPastValues = true, Behind = $"t.id {after} @afterId" };
        }

        parameters.Add(new NpgsqlParameter("afterValue", _column.Type) { Value = value });
        return order with { Behind = $"({_column.Sql}, t.id) {after} (@afterValue, @afterId)" };
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

    private string? ValueOf(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : _column.Type switch
    {
        NpgsqlDbType.TimestampTz => InstantConverter.Format(row.GetFieldValue<DateTimeOffset>(at)),
        NpgsqlDbType.Smallint => row.GetInt16(at).ToString(),
        NpgsqlDbType.Integer => row.GetInt32(at).ToString(),
        _ => row.GetString(at),
    };

    private sealed record Column(string Sql, NpgsqlDbType Type, bool IsNullable);
}
