using Microsoft.AspNetCore.Http;
using Waymark.Platform.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Waymark.Gateway;

/// <summary>
/// What changes on the way through the gateway: the owner hears who asks from us and not from the caller, and where both of us say
/// something with the same header, the owner's word counts.
/// </summary>
internal sealed class Passage : HttpTransformer
{
    /// <summary>The way there and back.</summary>
    public static readonly Passage Both = new();

    private const string Address = "X-Forwarded-For";
    private const string Scheme = "X-Forwarded-Proto";

    /// <summary>What a caller could say of itself, and proxies before us have said already.</summary>
    private static readonly string[] Claims = [Address, Scheme, "X-Forwarded-Host", "X-Original-For", "X-Original-Proto", "Forwarded"];

    private Passage()
    {
    }

    /// <inheritdoc />
    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        foreach (var claim in Claims)
        {
            proxyRequest.Headers.Remove(claim);
        }

        proxyRequest.Headers.TryAddWithoutValidation(Address, httpContext.Connection.RemoteIpAddress?.ToString());
        proxyRequest.Headers.TryAddWithoutValidation(Scheme, httpContext.Request.Scheme);
        proxyRequest.Headers.Remove(CorrelationHeader.Name);
        proxyRequest.Headers.TryAddWithoutValidation(CorrelationHeader.Name, httpContext.Response.Headers[CorrelationHeader.Name].ToString());
    }

    /// <inheritdoc />
    public override ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        foreach (var said in proxyResponse?.Headers.NonValidated ?? default)
        {
            httpContext.Response.Headers.Remove(said.Key);
        }

        return base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
    }
}
