using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Waymark.Querying.Tree;

namespace Waymark.Tasks.Querying;

/// <summary>
/// The order of a queried list: any number of columns, nulls last, ties by id; and the condition that a page begins behind its
/// cursor. A cursor belongs to one query in one order.
/// </summary>
internal sealed class QueryOrder
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = Json.Encoder };

    private readonly string _name;
    private readonly (SortColumn Column, bool IsDescending)[] _columns;

    private QueryOrder(string name, (SortColumn, bool)[] columns) => (_name, _columns) = (name, columns);

    private bool EndsDescending => _columns[^1].IsDescending;

    public string OrderBy =>
        $"{string.Join(", ", _columns.Select(c => $"{c.Column.Sql} {Direction(c.IsDescending)}{(c.Column.IsNullable ? " nulls last" : "")}"))}, t.id {Direction(EndsDescending)}";

    /// <summary>The order that the query names, else the one of <c>sort</c>, which is known to be one.</summary>
    public static QueryOrder Of(Query query, string? sort)
    {
        var order = sort is null or "" ? "-createdAt" : sort;
        var columns = query.OrderBy.Count > 0
            ? query.OrderBy.SelectMany(o => TaskQueryFields.Of(o.Field).Sort.Select(column => (column, o.IsDescending)))
            : TaskQueryFields.SortNamed(order.TrimStart('-')).Select(column => (column, order[0] == '-'));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{order}\n{query}"));
        return new QueryOrder(Convert.ToHexStringLower(hash, 0, 8), [.. columns.DistinctBy(c => c.column)]);
    }

    public string CursorOf(TaskItem last, string projectKey)
    {
        var values = Array.ConvertAll(_columns, c => c.Column.ValueOf(last, projectKey));
        return new Cursor(_name, JsonSerializer.Serialize(values, Readable), last.Id).ToString();
    }

    /// <summary>The condition of a following page; null when the cursor does not belong to this query.</summary>
    public string? Behind(string cursorText, List<NpgsqlParameter> parameters)
    {
        if (!Cursor.TryParse(cursorText, _name, out var cursor) || ReadValues(cursor.Value) is not { } values)
        {
            return null;
        }

        // (a after x) or (a = x and ((b after y) or (b = y and id after z))), from the inside out.
        var condition = $"t.id {(EndsDescending ? "<" : ">")} {parameters.AddNext(new NpgsqlParameter<Guid> { TypedValue = cursor.Id })}";
        for (var i = _columns.Length - 1; i >= 0; i--)
        {
            var (column, isDescending) = _columns[i];
            if (values[i] is not { } value)
            {
                condition = $"({column.Sql} is null and {condition})";
                continue;
            }

            var name = parameters.AddNext(value, column.Type);
            var orNull = column.IsNullable ? $" or {column.Sql} is null" : "";
            var after = isDescending ? "<" : ">";
            // The first half alone bounds an index; the second sorts out the ties.
            condition = $"(({column.Sql} {after}= {name}{orNull}) and ({column.Sql} {after} {name}{orNull} or {condition}))";
        }

        return condition;
    }

    private object?[]? ReadValues(string? text)
    {
        try
        {
            if (text is null || JsonSerializer.Deserialize<string?[]>(text) is not { } texts || texts.Length != _columns.Length)
            {
                return null;
            }

            var values = new object?[texts.Length];
            for (var i = 0; i < texts.Length; i++)
            {
                values[i] = texts[i] is { } given ? Read(given, _columns[i].Column.Type) : null;
                if (values[i] is null && !(texts[i] is null && _columns[i].Column.IsNullable))
                {
                    return null;
                }
            }

            return values;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object? Read(string text, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.TimestampTz => InstantConverter.TryParse(text, out var instant) ? instant : null,
        NpgsqlDbType.Smallint => short.TryParse(text, CultureInfo.InvariantCulture, out var small) ? small : null,
        NpgsqlDbType.Numeric => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        NpgsqlDbType.Integer => int.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        _ => text.Contains('\0', StringComparison.Ordinal) ? null : text,
    };

    private static string Direction(bool isDescending) => isDescending ? "desc" : "asc";
}
