using System.Text.Json;
using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Model.Custom;

namespace Waymark.Tasks.History;

/// <summary>Names the custom fields in a history, whose events keep values by the ids of fields; fields that are gone have their last names.</summary>
internal sealed class CustomNames(IReadOnlyList<TaskCustomField> fields)
{
    private static ReadOnlySpan<byte> Mark => "\"customFields\":"u8;

    /// <summary>The names that these events need; none are read where no event tells of a custom field.</summary>
    public static async Task<CustomNames> OfAsync(TasksDbContext db, Guid projectId, List<StreamEvent> events, CancellationToken ct) =>
        new(events.Exists(e => IsConcerned(e.Changes)) ? await ProjectFields.ReadAsync(db, projectId, ct, withGone: true) : []);

    /// <summary>The changes with names in the place of ids.</summary>
    public FieldChanges Write(FieldChanges changes) => !IsConcerned(changes) ? changes : FieldChanges.Write(json =>
    {
        using var document = JsonDocument.Parse(changes.Json);
        foreach (var change in document.RootElement.EnumerateObject())
        {
            if (change.Name == TaskFields.CustomFields)
            {
                Write(json, change);
            }
            else
            {
                change.WriteTo(json);
            }
        }
    });

    private void Write(Utf8JsonWriter json, JsonProperty change)
    {
        json.WriteStartObject(change.Name);
        foreach (var side in change.Value.EnumerateObject())
        {
            if (side.Value.ValueKind == JsonValueKind.Null)
            {
                side.WriteTo(json);
                continue;
            }

            json.WriteStartObject(side.Name);
            foreach (var (name, value) in CustomValues.Read(side.Value).Named(fields))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static bool IsConcerned(FieldChanges changes) => changes.Json.Span.IndexOf(Mark) >= 0;
}
