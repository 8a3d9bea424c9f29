using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Http;

/// <summary>
/// Gives every request its correlation id: the caller's <c>X-Correlation-Id</c> when it is 1 to 64 of
/// <c>[A-Za-z0-9._-]</c>, else the trace id. It is answered, logged, and carried on every event.
/// </summary>
internal sealed class Correlation(RequestDelegate next)
{
    /// <summary>How it stands in spans, and in the lines of a log for machines.</summary>
    private const string Tag = "waymark.correlation_id";

    public Task InvokeAsync(HttpContext http)
    {
        var given = http.Request.Headers[CorrelationHeader.Name].ToString();
        var id = IsToken(given) ? given : Activity.Current?.TraceId.ToHexString() ?? Guid.CreateVersion7().ToString("N");
        var client = http.Request.Headers["X-Client-Id"].ToString();

        var metadata = http.RequestServices.GetRequiredService<RequestMetadata>();
        metadata.CorrelationId = id;
        metadata.ClientId = IsToken(client) ? client : null;
        http.Response.Headers[CorrelationHeader.Name] = id;
        Activity.Current?.SetTag(Tag, id);
        return next(http);
    }

    private static bool IsToken(string text) =>
        text.Length is >= 1 and <= 64 && text.AsSpan().IndexOfAnyExcept(TokenCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> TokenCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
}

/// <summary>The header that carries a request's correlation id, in both directions.</summary>
public static class CorrelationHeader
{
    /// <summary>Its name.</summary>
    public const string Name = "X-Correlation-Id";
}
