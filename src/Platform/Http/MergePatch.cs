using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Waymark.Platform.Http;

/// <summary>
/// The body of a PATCH: a JSON Merge Patch (RFC 7396) of the record that a PUT of the same resource takes. The patch is
/// applied to the writable members as they stand, so both verbs share one record, one check and one way to change.
/// </summary>
[JsonConverter(typeof(MergePatchConverter))]
public sealed class MergePatch<T> : IEndpointParameterMetadataProvider
    where T : class
{
    private readonly JsonObject _patch;
    private readonly JsonTypeInfo<T> _shape;

    private MergePatch(JsonObject patch, JsonTypeInfo<T> shape)
    {
        _patch = patch;
        _shape = shape;
    }

    /// <summary>How many members the patch names.</summary>
    public int Count => _patch.Count;

    /// <summary>Whether the patch names no member.</summary>
    public bool IsEmpty => _patch.Count == 0;

    /// <summary>Whether the patch names the member (camelCase).</summary>
    public bool Names(string member) => _patch.ContainsKey(member);

    /// <summary>The members after the patch; throws <see cref="JsonException"/> when a value has the wrong type.</summary>
    public T ApplyTo(T current)
    {
        var merged = JsonSerializer.SerializeToNode(current, _shape)!.AsObject();
        Merge(merged, _patch);
        foreach (var member in _shape.Properties)
        {
            // Null takes a member away (RFC 7396): one that always has a value takes its default again.
            if (member.PropertyType.IsValueType && Nullable.GetUnderlyingType(member.PropertyType) is null && merged.TryGetPropertyValue(member.Name, out var value) && value is null)
            {
                merged.Remove(member.Name);
            }
        }

        return merged.Deserialize(_shape)!;
    }

    /// <summary>The same patch for another record; members that it lacks are passed over.</summary>
    public MergePatch<TOther> For<TOther>()
        where TOther : class => new(_patch, (JsonTypeInfo<TOther>)_shape.Options.GetTypeInfo(typeof(TOther)));

    /// <summary>A patch that stands inside a request.</summary>
    internal static MergePatch<T> Of(JsonElement body, JsonTypeInfo<T> shape)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object is expected.");
        }

        DemandUnicode(body, "$");
        return new MergePatch<T>(JsonObject.Create(body)!, shape);
    }

    internal void WriteTo(Utf8JsonWriter writer) => _patch.WriteTo(writer);

    /// <summary>Reads the body; anything but a JSON object is a 400, another media type a 415.</summary>
    public static async ValueTask<MergePatch<T>?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var media = http.Request.ContentType?.Split(';')[0].Trim();
        if (media is not ("application/json" or "application/merge-patch+json"))
        {
            throw new BadHttpRequestException("A body of application/merge-patch+json or application/json is expected.", StatusCodes.Status415UnsupportedMediaType);
        }

        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var document = new JsonDocumentOptions { MaxDepth = options.MaxDepth, AllowDuplicateProperties = false };
        JsonElement body;
        try
        {
            using var parsed = await JsonDocument.ParseAsync(http.Request.Body, document, http.RequestAborted);
            DemandUnicode(parsed.RootElement, "$");
            body = parsed.RootElement.Clone();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what the reader throws for member names that are no Unicode.
            throw new BadHttpRequestException("The body is not valid JSON.", fault);
        }

        return body.ValueKind == JsonValueKind.Object
            ? new MergePatch<T>(JsonObject.Create(body)!, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
            : throw new BadHttpRequestException("The body must be a JSON object.");
    }

    /// <inheritdoc />
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/merge-patch+json", "application/json"], typeof(T)));

    /// <summary>A document keeps its texts unread: one that is no Unicode would fail, or be mended unasked, in the midst of the merge.</summary>
    private static void DemandUnicode(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    DemandUnicode(member.Value, $"{path}.{Read(() => member.Name, path)}");
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    DemandUnicode(item, path);
                }

                break;
            case JsonValueKind.String:
                Read(() => value.GetString()!, path);
                break;
        }
    }

    private static string Read(Func<string> text, string path)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("The text is not Unicode.", path, null, null, fault);
        }
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
            {
                Merge(existing, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
