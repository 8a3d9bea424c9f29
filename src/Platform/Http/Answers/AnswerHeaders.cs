using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Waymark.Platform.Messaging;

namespace Waymark.Platform.Http;

/// <summary>Status and headers of successful answers.</summary>
internal static class AnswerHeaders
{
    /// <summary>What tells of one answer; everything else is said of every answer, by the edge and by the pipeline.</summary>
    private static readonly string[] OfOneAnswer =
    [
        HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding,
        HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Location, HeaderNames.SetCookie, ChangeHeader.Name, "Idempotency-Replayed",
    ];

    /// <summary>Takes back what was said of an answer that is not sent after all.</summary>
    public static void TakeBack(HttpResponse response)
    {
        foreach (var name in OfOneAnswer)
        {
            response.Headers.Remove(name);
        }
    }

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
    public const string Name = "X-Change-Id";

    public static void Write(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && http.RequestServices.GetRequiredService<RequestMetadata>().ChangeId is { } changeId)
        {
            http.Response.Headers[Name] = changeId.ToString();
        }
    }
}
