using Microsoft.AspNetCore.Http;

namespace Waymark.Gateway.Edge;

/// <summary>The headers that every answer carries, whatever it is; the client's pages add their own policy.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string NoContent = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = NoContent;
        headers.CacheControl = "no-store";

        return HttpMethods.IsTrace(http.Request.Method)
            ? Platform.Http.Problems.Of(StatusCodes.Status405MethodNotAllowed).ExecuteAsync(http)
            : next(http);
    }
}
