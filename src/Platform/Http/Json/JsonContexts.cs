using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Modules;

namespace Waymark.Platform.Http;

/// <summary>How a module brings the generated JSON of its requests and answers.</summary>
public static class JsonContexts
{
    /// <summary>Puts the module's context before the reflection that everything else falls back to.</summary>
    public static void AddJson(this ServiceBuilder builder, JsonSerializerContext context) =>
        builder.Services.Configure<JsonOptions>(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, context));
}
