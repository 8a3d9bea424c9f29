using System.Collections.Frozen;
using System.Text.Json;
using Waymark.Contracts;

namespace Waymark.Platform.EventSourcing;

/// <summary>
/// The table of everything about an aggregate that its events record. Difference, replay, undo and time travel all come from
/// it: a new member is a column and one line in the table.
/// </summary>
/// <typeparam name="TRow">The aggregate's row.</typeparam>
public sealed class StreamFields<TRow>(params IReadOnlyList<StreamField<TRow>> all)
{
    private readonly FrozenDictionary<string, StreamField<TRow>> _byName = all.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The fields in the order in which changes name them.</summary>
    public IReadOnlyList<StreamField<TRow>> All { get; } = all;

    /// <summary>The field of this name, or null.</summary>
    public StreamField<TRow>? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The fields in which two states differ.</summary>
    public IReadOnlyList<StreamField<TRow>> Differing(TRow left, TRow right) => [.. All.Where(field => field.Differs(left, right))];

    /// <summary>Sets every changed field of a row to its new value (or, backwards, to its old one); other names are passed over.</summary>
    public void Apply(FieldChanges changes, TRow row, bool isBackwards = false)
    {
        using var document = JsonDocument.Parse(changes.Json);
        foreach (var change in document.RootElement.EnumerateObject())
        {
            Find(change.Name)?.Read(change.Value.GetProperty(isBackwards ? "from"u8 : "to"u8), row);
        }
    }

    /// <summary>The changes of <paramref name="fields"/> between two states.</summary>
    /// <param name="fields">The fields to tell of.</param>
    /// <param name="before">The state before; null for a new aggregate, whose fields then come from nothing.</param>
    /// <param name="after">The state after.</param>
    /// <param name="withOldTexts">Whether long texts carry their old value: in the stream yes, in published events no.</param>
    public static FieldChanges Changes(IEnumerable<StreamField<TRow>> fields, TRow? before, TRow after, bool withOldTexts) =>
        FieldChanges.Write(json => WriteChanges(json, fields, before, after, withOldTexts));

    /// <summary>Writes the changes inside <see cref="FieldChanges.Write"/>, for aggregates that record more than their fields.</summary>
    public static void WriteChanges(Utf8JsonWriter json, IEnumerable<StreamField<TRow>> fields, TRow? before, TRow after, bool withOldTexts)
    {
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Name);
            if (withOldTexts || !field.IsLongText)
            {
                json.WritePropertyName("from"u8);
                if (before is null)
                {
                    json.WriteNullValue();
                }
                else
                {
                    field.Write(json, before);
                }
            }

            json.WritePropertyName("to"u8);
            field.Write(json, after);
            json.WriteEndObject();
        }
    }
}
