using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Http;

/// <summary>Status and headers of successful answers.</summary>
internal static class AnswerHeaders
{
    /// <summary>Writes them; a read whose <c>If-None-Match</c> names the version becomes a 304.</summary>
    /// <returns>Whether a body follows.</returns>
    public static bool Write(HttpContext http, int status, long? version, string? location = null)
    {
        var response = http.Response;
        response.StatusCode = status;
        if (location is not null)
        {
            response.Headers.Location = location;
        }

        ChangeHeader.Write(http);
        if (version is not { } known)
        {
            return true;
        }

        var tag = EntityTags.Format(known);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (!HttpMethods.IsGet(http.Request.Method) || !EntityTags.Matches(http.Request.Headers.IfNoneMatch, tag))
        {
            return true;
        }

        response.StatusCode = StatusCodes.Status304NotModified;
        return false;
    }
}

/// <summary>Tells the caller under which id the events of a write stand, so that it can be undone.</summary>
internal static class ChangeHeader
{
    public static void Write(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && http.RequestServices.GetRequiredService<RequestMetadata>().ChangeId is { } changeId)
        {
            http.Response.Headers["X-Change-Id"] = changeId.ToString();
        }
    }
}
