using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Waymark.Platform.Http;

/// <summary>The caller's <c>If-Match</c>, as an endpoint argument.</summary>
public readonly record struct IfMatch(StringValues Header) : IEndpointParameterMetadataProvider
{
    /// <summary>Whether the caller named a version; without one a clash is decided anew instead of refused.</summary>
    public bool IsGiven => Header.Count > 0;

    /// <summary>The problem to answer with when the caller saw another version; null when it fits.</summary>
    public Problem? Check(long version) => EntityTags.Admits(Header, version) ? null : Problems.StaleVersion(version);

    /// <inheritdoc />
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new HonouredIfMatch());

    /// <summary>Binds the argument from the request's header.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext http, ParameterInfo parameter) => ValueTask.FromResult(new IfMatch(http.Request.Headers.IfMatch));
}

/// <summary>Metadata of an endpoint that refuses a stale <c>If-Match</c>.</summary>
public sealed record HonouredIfMatch;
