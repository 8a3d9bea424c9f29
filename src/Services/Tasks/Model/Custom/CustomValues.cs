using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Waymark.Tasks.Model.Custom;

/// <summary>
/// The values of a task's custom fields. They are kept under the ids of the fields, so that a new name of a field costs nothing, and
/// shown under the names; a value whose field is gone, or which tasks of its type do not have, is kept and shown no more.
/// </summary>
internal sealed class CustomValues : IEquatable<CustomValues>
{
    public static readonly CustomValues None = new(new SortedDictionary<Guid, JsonElement>());

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = Json.Encoder };

    private readonly SortedDictionary<Guid, JsonElement> _values;

    private CustomValues(SortedDictionary<Guid, JsonElement> values) => _values = values;

    public static CustomValues Parse(string? json)
    {
        if (json is null)
        {
            return None;
        }

        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>Reads an object whose members are named by ids.</summary>
    public static CustomValues Read(JsonElement json)
    {
        var values = new SortedDictionary<Guid, JsonElement>();
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var value in json.EnumerateObject().Where(v => Guid.TryParse(v.Name, out _)))
            {
                values[Guid.Parse(value.Name)] = value.Value.Clone();
            }
        }

        return values.Count == 0 ? None : new CustomValues(values);
    }

    /// <summary>The value of a field, or null.</summary>
    public JsonElement? Of(Guid fieldId) => _values.TryGetValue(fieldId, out var value) ? value : null;

    /// <summary>The values with another one for a field; null takes it away.</summary>
    public CustomValues With(Guid fieldId, JsonElement? value)
    {
        var values = new SortedDictionary<Guid, JsonElement>(_values);
        if (value is { } given)
        {
            values[fieldId] = given;
        }
        else
        {
            values.Remove(fieldId);
        }

        return new CustomValues(values);
    }

    /// <summary>The values without those that are this text: of a person who is gone.</summary>
    public CustomValues WithoutText(string text) =>
        new(new SortedDictionary<Guid, JsonElement>(_values.Where(v => v.Value.ValueKind != JsonValueKind.String || v.Value.GetString() != text).ToDictionary()));

    /// <summary>
    /// The values by the names that their fields have, in the order in which the fields were made; of the fields that tasks of
    /// <paramref name="type"/> have, where one is named.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Named(IReadOnlyList<TaskCustomField> fields, string? type = null)
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in fields.Where(f => type is null || f.IsOf(type)).OrderBy(f => f.Id))
        {
            if (_values.TryGetValue(field.Id, out var value))
            {
                named[field.Name] = value;
            }
        }

        return named;
    }

    /// <summary>The form in which they are stored; null when there are none.</summary>
    public string? Write()
    {
        if (_values.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (id, value) in _values)
        {
            json.WritePropertyName(id.ToString());
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    public bool Equals(CustomValues? other) =>
        other is not null && (ReferenceEquals(this, other) || (_values.Count == other._values.Count
            && _values.All(v => other._values.TryGetValue(v.Key, out var value) && JsonElement.DeepEquals(v.Value, value))));

    public override bool Equals(object? obj) => Equals(obj as CustomValues);

    public override int GetHashCode() => _values.Count;
}
