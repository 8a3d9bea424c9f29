using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Waymark.Querying.Tree;
using Waymark.Tasks.Listing;

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

    /// <summary>The order of a page, behind the cursor where there is one; null when the cursor does not belong to this query.</summary>
    public PageOrder? PageBehind(string? cursorText, List<NpgsqlParameter> parameters)
    {
        var first = _columns[0].Column;
        var order = new PageOrder(By(isFirstGiven: false))
        {
            Optional = first.IsNullable ? first.Sql : null,
            ByValue = By(isFirstGiven: true),
            IsIndexed = _columns.Length == 1 && PageOrder.HasIndex(first.Sql),
        };
        if (cursorText is null)
        {
            return order;
        }

        return Cursor.TryParse(cursorText, _name, out var cursor) && ReadValues(cursor.Value) is { } values
            ? order with { IsPastValues = values[0] is null, Behind = Behind(values, cursor.Id, parameters) }
            : null;
    }

    private string By(bool isFirstGiven) =>
        $"{string.Join(", ", _columns.Select((c, i) => $"{c.Column.Sql} {Direction(c.IsDescending)}{(c.Column.IsNullable && !(isFirstGiven && i == 0) ? " nulls last" : "")}"))}, t.id {Direction(EndsDescending)}";

    /// <summary>
    /// (a after x) or (a = x and ((b after y) or (b = y and id after z))), from the inside out. Whether there is a value in the first
    /// column is not asked: a page's statement does that.
    /// </summary>
    private string Behind(object?[] values, Guid id, List<NpgsqlParameter> parameters)
    {
        var condition = $"t.id {(EndsDescending ? "<" : ">")} {parameters.AddNext(new NpgsqlParameter<Guid> { TypedValue = id })}";
        for (var i = _columns.Length - 1; i >= 0; i--)
        {
            var (column, isDescending) = _columns[i];
            if (values[i] is not { } value)
            {
                condition = i == 0 ? condition : $"({column.Sql} is null and {condition})";
                continue;
            }

            var name = parameters.AddNext(value, column.Type);
            var orNull = column.IsNullable && i > 0 ? $" or {column.Sql} is null" : "";
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
