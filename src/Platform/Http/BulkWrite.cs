using Microsoft.AspNetCore.Builder;

namespace Waymark.Platform.Http;

/// <summary>Metadata of an endpoint that can write very many rows with one request: the first to be refused when events fall behind.</summary>
public sealed record BulkWrite;

/// <summary>Declares what an endpoint may cost.</summary>
public static class BulkWriteExtensions
{
    /// <summary>This endpoint imports, changes or makes many things at once.</summary>
    public static TBuilder BulkWrite<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(new BulkWrite()));
        return endpoint;
    }
}
