using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;

namespace Waymark.Platform.Http;

/// <summary>How the API reads and writes JSON; configured once for every service.</summary>
public static class Json
{
    /// <summary>UTF-8 without escapes beyond what JSON demands; safe because every answer is <c>nosniff</c>.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The same rules for values outside an endpoint, such as stored documents.</summary>
    public static JsonSerializerOptions Plain { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Applies the rules to the host's options; generated contexts of the modules come before.</summary>
    public static void Configure(JsonOptions options) => Apply(options.SerializerOptions);

    private static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.Encoder = Encoder;
        options.MaxDepth = 32;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }
}
