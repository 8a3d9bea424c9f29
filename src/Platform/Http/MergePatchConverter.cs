using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Waymark.Platform.Http;

/// <summary>Reads a merge patch that stands inside a request.</summary>
public sealed class MergePatchConverter : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(MergePatch<>);

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<MergePatch<T>>
        where T : class
    {
        public override MergePatch<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return MergePatch<T>.Of(document.RootElement.Clone(), (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }

        public override void Write(Utf8JsonWriter writer, MergePatch<T> value, JsonSerializerOptions options) => value.WriteTo(writer);
    }
}
