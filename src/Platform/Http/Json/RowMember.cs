using System.Text.Json;
using Npgsql;

namespace Waymark.Platform.Http;

/// <summary>Writes one member's value from the current row.</summary>
/// <param name="json">Where to; the name stands there already.</param>
/// <param name="row">The statement's current row.</param>
/// <param name="at">Where the member's columns stand in it.</param>
public delegate void RowValue(Utf8JsonWriter json, NpgsqlDataReader row, ReadOnlySpan<int> at);

/// <summary>One member of a resource that goes from a statement's row into JSON without an object in between.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Write">How its value is written.</param>
/// <param name="Columns">The SQL of the columns that it is made of.</param>
public sealed record RowMember(string Name, RowValue Write, params IReadOnlyList<string> Columns)
{
    /// <summary>Whether lists leave it out unless asked for it.</summary>
    public bool IsLong { get; init; }

    /// <summary>A value that is always the same.</summary>
    public static RowMember Always(string name, string json)
    {
        var value = System.Text.Encoding.UTF8.GetBytes(json);
        return new RowMember(name, (j, _, _) => j.WriteRawValue(value, skipInputValidation: true));
    }

    /// <summary>An id.</summary>
    public static RowMember Id(string name, string column) => new(name, static (json, row, at) => json.WriteStringValue(row.GetGuid(at[0])), column);

    /// <summary>An id or null.</summary>
    public static RowMember OptionalId(string name, string column) => Optional(Id(name, column));

    /// <summary>A text.</summary>
    public static RowMember Text(string name, string column) => new(name, static (json, row, at) => json.WriteStringValue(row.GetString(at[0])), column);

    /// <summary>An <c>int</c>.</summary>
    public static RowMember Number(string name, string column) => new(name, static (json, row, at) => json.WriteNumberValue(row.GetInt32(at[0])), column);

    /// <summary>An <c>int</c> or null.</summary>
    public static RowMember OptionalNumber(string name, string column) => Optional(Number(name, column));

    /// <summary>A <c>smallint</c> or null.</summary>
    public static RowMember OptionalSmallNumber(string name, string column) =>
        Optional(new RowMember(name, static (json, row, at) => json.WriteNumberValue(row.GetInt16(at[0])), column));

    /// <summary>A <c>bigint</c>.</summary>
    public static RowMember LargeNumber(string name, string column) => new(name, static (json, row, at) => json.WriteNumberValue(row.GetInt64(at[0])), column);

    /// <summary>An instant.</summary>
    public static RowMember Instant(string name, string column) =>
        new(name, static (json, row, at) => InstantConverter.Write(json, row.GetFieldValue<DateTimeOffset>(at[0])), column);

    /// <summary>An instant or null.</summary>
    public static RowMember OptionalInstant(string name, string column) => Optional(Instant(name, column));

    /// <summary>Ids in their order.</summary>
    public static RowMember Ids(string name, string column) => Array<Guid>(name, column, static (json, id) => json.WriteStringValue(id));

    /// <summary>Texts in their order.</summary>
    public static RowMember Texts(string name, string column) => Array<string>(name, column, static (json, text) => json.WriteStringValue(text));

    /// <summary>JSON that is stored as it is answered; a fixed one where there is none.</summary>
    public static RowMember OptionalJson(string name, string column, string otherwise)
    {
        var value = System.Text.Encoding.UTF8.GetBytes(otherwise);
        return new RowMember(
            name,
            (json, row, at) =>
            {
                if (row.IsDBNull(at[0]))
                {
                    json.WriteRawValue(value, skipInputValidation: true);
                }
                else
                {
                    json.WriteRawValue(row.GetString(at[0]), skipInputValidation: true);
                }
            },
            column);
    }

    private static RowMember Optional(RowMember member)
    {
        var write = member.Write;
        return member with
        {
            Write = (json, row, at) =>
            {
                if (row.IsDBNull(at[0]))
                {
                    json.WriteNullValue();
                }
                else
                {
                    write(json, row, at);
                }
            },
        };
    }

    /// <summary>An array travels only when it has something: most are empty, and to send and to read one costs more than all its neighbours.</summary>
    private static RowMember Array<T>(string name, string column, Action<Utf8JsonWriter, T> write) => new(
        name,
        (json, row, at) =>
        {
            json.WriteStartArray();
            if (!row.IsDBNull(at[0]))
            {
                foreach (var item in row.GetFieldValue<T[]>(at[0]))
                {
                    write(json, item);
                }
            }

            json.WriteEndArray();
        },
        $"case when cardinality({column}) > 0 then {column} end");
}
