using System.Text.Json;
using Waymark.Platform.Http;

namespace Waymark.Platform.EventSourcing;

/// <summary>One member of an aggregate's row that events record: how it is read, written, compared and put into JSON.</summary>
public abstract class StreamField<TRow>(string name)
{
    /// <summary>The name in the API and in the stream.</summary>
    public string Name { get; } = name;

    /// <summary>Long text is published once, as its new value.</summary>
    public bool IsLongText { get; init; }

    /// <summary>Which event records its change; null for the aggregate's plain <c>updated</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>Whether two states of the row have different values here.</summary>
    public abstract bool Differs(TRow left, TRow right);

    /// <summary>Writes the row's value.</summary>
    public abstract void Write(Utf8JsonWriter json, TRow row);

    /// <summary>Sets the row's member to a value that <see cref="Write"/> wrote.</summary>
    public abstract void Read(JsonElement value, TRow row);

    /// <summary>Copies the member from one state to another.</summary>
    public abstract void Copy(TRow from, TRow to);

    /// <summary>A text that is never null.</summary>
    public static StreamField<TRow> Text(string name, Func<TRow, string> get, Action<TRow, string> set, bool isLong = false, string? eventType = null) =>
        new StreamField<TRow, string>(name, get, set, (j, v) => j.WriteStringValue(v), v => v.GetString() ?? "") { IsLongText = isLong, EventType = eventType };

    /// <summary>A text or nothing.</summary>
    public static StreamField<TRow> OptionalText(string name, Func<TRow, string?> get, Action<TRow, string?> set) =>
        new StreamField<TRow, string?>(name, get, set, (j, v) => j.WriteStringValue(v), v => v.GetString());

    /// <summary>A whole number.</summary>
    public static StreamField<TRow> Number(string name, Func<TRow, int> get, Action<TRow, int> set) =>
        new StreamField<TRow, int>(name, get, set, (j, v) => j.WriteNumberValue(v), v => v.GetInt32());

    /// <summary>A whole number or nothing.</summary>
    public static StreamField<TRow> OptionalNumber(string name, Func<TRow, int?> get, Action<TRow, int?> set) =>
        new StreamField<TRow, int?>(name, get, set, StreamJson.Write, v => v.ValueKind == JsonValueKind.Null ? null : v.GetInt32());

    /// <summary>An id or nothing.</summary>
    public static StreamField<TRow> Id(string name, Func<TRow, Guid?> get, Action<TRow, Guid?> set) =>
        new StreamField<TRow, Guid?>(name, get, set, StreamJson.Write, v => v.ValueKind == JsonValueKind.Null ? null : v.GetGuid());

    /// <summary>Ids in their order.</summary>
    public static StreamField<TRow> Ids(string name, Func<TRow, Guid[]> get, Action<TRow, Guid[]> set, string? eventType = null) =>
        new StreamField<TRow, Guid[]>(name, get, set, StreamJson.Write, v => [.. v.EnumerateArray().Select(e => e.GetGuid())], (a, b) => a.AsSpan().SequenceEqual(b))
        {
            EventType = eventType,
        };

    /// <summary>Texts in their order.</summary>
    public static StreamField<TRow> Texts(string name, Func<TRow, string[]> get, Action<TRow, string[]> set) =>
        new StreamField<TRow, string[]>(name, get, set, StreamJson.Write, v => [.. v.EnumerateArray().Select(e => e.GetString()!)], (a, b) => a.AsSpan().SequenceEqual(b));

    /// <summary>An instant or nothing.</summary>
    public static StreamField<TRow> Instant(string name, Func<TRow, DateTimeOffset?> get, Action<TRow, DateTimeOffset?> set, string? eventType = null) =>
        new StreamField<TRow, DateTimeOffset?>(name, get, set, StreamJson.Write, v => InstantConverter.TryParse(v.GetString(), out var instant) ? instant : null)
        {
            EventType = eventType,
        };
}

/// <summary>A member of type <typeparamref name="T"/>.</summary>
public sealed class StreamField<TRow, T>(
    string name,
    Func<TRow, T> get,
    Action<TRow, T> set,
    Action<Utf8JsonWriter, T> write,
    Func<JsonElement, T> read,
    Func<T, T, bool>? equals = null) : StreamField<TRow>(name)
{
    private readonly Func<T, T, bool> _equals = equals ?? EqualityComparer<T>.Default.Equals;

    /// <inheritdoc />
    public override bool Differs(TRow left, TRow right) => !_equals(get(left), get(right));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter json, TRow row) => write(json, get(row));

    /// <inheritdoc />
    public override void Read(JsonElement value, TRow row) => set(row, read(value));

    /// <inheritdoc />
    public override void Copy(TRow from, TRow to) => set(to, get(from));
}

/// <summary>Values that JSON may lack, and lists.</summary>
internal static class StreamJson
{
    public static void Write(Utf8JsonWriter json, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void Write(Utf8JsonWriter json, Guid? value)
    {
        if (value is { } id)
        {
            json.WriteStringValue(id);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void Write(Utf8JsonWriter json, DateTimeOffset? value) =>
        json.WriteStringValue(value is { } instant ? InstantConverter.Format(instant) : null);

    public static void Write(Utf8JsonWriter json, Guid[] ids)
    {
        json.WriteStartArray();
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
