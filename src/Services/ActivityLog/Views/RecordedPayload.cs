using System.Text.Json;

namespace Waymark.ActivityLog.Views;

/// <summary>Reads recorded events without knowing their records: entries outlive the program that wrote them.</summary>
internal static class RecordedPayload
{
    /// <summary>The bytes of the member <c>changes</c>; null when the event has none.</summary>
    public static FieldChanges? ChangesIn(byte[] data)
    {
        var json = new Utf8JsonReader(data);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isChanges = json.ValueTextEquals("changes"u8);
            json.Read();
            var start = (int)json.TokenStartIndex;
            var isObject = json.TokenType == JsonTokenType.StartObject;
            json.Skip();
            if (isChanges)
            {
                return isObject ? FieldChanges.FromJson(data.AsMemory(start, (int)json.BytesConsumed - start)) : null;
            }
        }

        return null;
    }
}
